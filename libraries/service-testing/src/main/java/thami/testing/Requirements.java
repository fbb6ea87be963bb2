package thami.testing;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/// What a test may need that not every machine has. Its absence skips the test and is named at the end of the build,
/// unless `THAMI_REQUIRE` lists it: then it fails.
public final class Requirements {

    private Requirements() {}

    /// @param what as in `THAMI_REQUIRE`: browser, indexed, docker, faketime, mount, node, openssl, prlimit
    /// @param hint how to have it, for the line at the end of the build
    public static void need(String what, boolean present, String hint) {
        if (!has(what, present, hint)) Assumptions.abort(what + " is not here: " + hint);
    }

    /// The same for a part of a test: its absence leaves that part out.
    public static boolean has(String what, boolean present, String hint) {
        if (present) return true;
        note("NOT RUN: " + what + " – " + hint);
        if (required(what)) fail(what + " is required by THAMI_REQUIRE: " + hint);
        return false;
    }

    private static boolean required(String what) {
        var required = System.getenv().getOrDefault("THAMI_REQUIRE", "");
        return Arrays.asList(required.split("[,\\s]+")).contains(what);
    }

    /// The build prints this file at its end.
    private static void note(String line) {
        var file = Repository.root().resolve("target/not-run.txt");
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file) && Files.readAllLines(file).contains(line)) return;
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// The repository that the tests run in.
    public static final class Repository {

        private Repository() {}

        public static Path root() {
            for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
                if (Files.isDirectory(folder.resolve("contracts")) && Files.exists(folder.resolve("mvnw")))
                    return folder;
            }
            throw new IllegalStateException("Not inside the repository");
        }
    }
}
