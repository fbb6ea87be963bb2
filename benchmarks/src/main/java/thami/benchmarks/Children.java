package thami.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import thami.launcher.ProcessMark;

/// The processes of a run. Each is noted in a file with its mark, so that the next run can end what a killed one left
/// behind, and nothing else that has its number meanwhile.
public record Children(Path folder) {

    public Children {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Refused("The folder %s cannot be used: %s".formatted(folder, e.getMessage()));
        }
    }

    public Process start(ProcessBuilder builder) throws IOException {
        var process = builder.start();
        note(process.toHandle());
        return process;
    }

    /// Also for a process that somebody else started for us.
    public void note(ProcessHandle process) throws IOException {
        Files.writeString(
                folder.resolve(String.valueOf(process.pid())),
                ProcessMark.of(process).line());
    }

    /// Ends those that still run; what is frozen is first let go on.
    public void endAll() {
        for (var noted : noted()) {
            try {
                ProcessMark.read(Files.readString(noted))
                        .flatMap(ProcessMark::alive)
                        .ifPresent(Children::end);
                Files.deleteIfExists(noted);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void end(ProcessHandle process) {
        Signal.CONTINUE.to(process.pid());
        process.destroy();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (Exception slow) {
            process.destroyForcibly();
        }
    }

    private List<Path> noted() {
        try (var files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
