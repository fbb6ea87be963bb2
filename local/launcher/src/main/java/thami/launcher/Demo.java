package thami.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The demo, a program of its own: it uses the running system as anybody could.
record Demo(Path root, Site site) {

    /// @return whether it came to its end
    boolean run(Consumer<ProcessBuilder> change) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Unpacked.java()));
        command.addAll(Component.DEMO.jvmOptions());
        command.addAll(List.of("-jar", Component.DEMO.jar(root).toString()));
        var builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "THAMI_PUBLIC_URL", site.publicUrl(),
                        "THAMI_ISSUER", site.issuer(),
                        "THAMI_INBOX_URL", site.inboxUrl(),
                        "THAMI_SAMPLE_PASSWORD", new Secrets(site.home().secrets()).samplePassword()));
        change.accept(builder);
        return builder.start().waitFor() == 0;
    }
}
