package thami.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Which process it is: its number, and when it began, because the number may later be that of a stranger.
///
/// On Linux the beginning is counted in ticks of the running system and named with that system's id. The time of day
/// would not do: Linux makes it from the clock as it is now, so it moves whenever the clock is set.
public record ProcessMark(long pid, String began) {

    private static final Path PROC = Path.of("/proc");

    /// Field 22 of its line, counted from behind its name, which may hold spaces.
    private static final int BEGAN = 19;

    public static ProcessMark of(ProcessHandle process) {
        return of(process, PROC);
    }

    static ProcessMark of(ProcessHandle process, Path proc) {
        return new ProcessMark(process.pid(), ticks(process, proc).orElseGet(() -> timeOfDay(process)));
    }

    /// The one whose [#line()] this is.
    public static Optional<ProcessMark> read(String line) {
        try {
            var words = line.strip().split(" ");
            return words.length == 2
                    ? Optional.of(new ProcessMark(Long.parseLong(words[0]), words[1]))
                    : Optional.empty();
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    public String line() {
        return pid + " " + began;
    }

    /// The process, if it is still this one.
    public Optional<ProcessHandle> alive() {
        return alive(PROC);
    }

    Optional<ProcessHandle> alive(Path proc) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(it -> began.equals(began(it, proc)));
    }

    /// In the way in which it was noted.
    private String began(ProcessHandle process, Path proc) {
        return began.contains("@") ? ticks(process, proc).orElse("") : timeOfDay(process);
    }

    private static Optional<String> ticks(ProcessHandle process, Path proc) {
        try {
            var line = Files.readString(proc.resolve(process.pid() + "/stat"));
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            var system = Files.readString(proc.resolve("sys/kernel/random/boot_id"));
            return Optional.of(fields[BEGAN] + "@" + system.strip());
        } catch (IOException | IndexOutOfBoundsException notThere) {
            return Optional.empty();
        }
    }

    private static String timeOfDay(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(Instant::toEpochMilli)
                .map(String::valueOf)
                .orElse("0");
    }
}
