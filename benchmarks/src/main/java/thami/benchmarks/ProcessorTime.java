package thami.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// How much processor time a process and all of its threads have used, those that have ended included.
///
/// From `/proc/<pid>/stat`, user and system: the kernel scales the two to the scheduler's own sum and rounds to a
/// hundredth of a second. `/proc/<pid>/schedstat` is the main thread's alone, in which a JVM does nothing, and a sum
/// over the threads forgets those that ended.
public final class ProcessorTime {

    private static final int MILLIS_PER_TICK = 10; // USER_HZ is 100 on every Linux that Java runs on

    /// The JVM's names of their threads, cut off at 15 characters.
    private static final Pattern COMPILER = Pattern.compile("\\(C[12] CompilerThre");

    /// In milliseconds; 0 for a process that is gone.
    public static long of(long pid) {
        try {
            return parse(Files.readString(Path.of("/proc/" + pid + "/stat")));
        } catch (IOException gone) {
            return 0;
        }
    }

    /// Of that, what its compilers have used, as long as their threads have not ended.
    static long ofCompilers(long pid) {
        try (var threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            return threads.mapToLong(ProcessorTime::ofCompiler).sum();
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    private static long ofCompiler(Path thread) {
        try {
            var stat = Files.readString(thread.resolve("stat"));
            return COMPILER.matcher(stat).find() ? parse(stat) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    /// The name, which may hold anything, stands in brackets; the times are the 14th and the 15th field.
    static long parse(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK;
    }

    private ProcessorTime() {}
}
