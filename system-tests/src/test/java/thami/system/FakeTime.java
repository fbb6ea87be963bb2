package thami.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import thami.testing.Requirements;

/// A clock of its own for a process: libfaketime answers in place of the operating system.
final class FakeTime {

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));

    private FakeTime() {}

    /// Without it the rest goes on, and the end of the build says what was left out.
    static boolean isHere() {
        return Requirements.has("faketime", LIBRARIES.stream().anyMatch(Files::exists), "apt-get install faketime");
    }

    /// What makes a process believe that it is so much later (or earlier). How long something takes stays true.
    static Map<String, String> variables(Duration ahead) {
        var library = LIBRARIES.stream().filter(Files::exists).findFirst().orElseThrow();
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME",
                "%+d".formatted(ahead.toSeconds()),
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Its correction for waits is off by as much as the clock: nothing would wait any more.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }
}
