package thami.system.compose;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import thami.testing.Requirements;

/// A program of the machine that a script under test, or its test, cannot do without.
final class Tool {

    private Tool() {}

    /// Skips the test, and says so, where it is not there.
    static void need(String name, String hint) {
        Requirements.need(name, isThere(name), hint);
    }

    private static boolean isThere(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
