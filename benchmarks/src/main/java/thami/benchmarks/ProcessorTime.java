package thami.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How much processor time a process and all of its threads have used, those that have ended included, and so its
/// children that it has seen end: a store may keep one for each connection.
///
/// From `/proc/<pid>/stat`, user and system: the kernel scales the two to the scheduler's own sum and rounds to a
/// hundredth of a second. `/proc/<pid>/schedstat` is the main thread's alone, in which a JVM does nothing, and a sum
/// over the threads forgets those that ended.
public final class ProcessorTime {

    private static final int MILLIS_PER_TICK = 10; // USER_HZ is 100 on every Linux that Java runs on

    static final int OWN = 2;
    static final int WITH_CHILDREN = 4;

    /// The JVM's names of their threads, cut off at 15 characters.
    private static final Pattern COMPILER = Pattern.compile("\\(C[12] CompilerThre");

    /// In milliseconds; 0 for a process that is gone.
    public static long of(long pid) {
        try {
            return parse(Files.readString(Path.of("/proc/" + pid + "/stat")), WITH_CHILDREN);
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
            return COMPILER.matcher(stat).find() ? parse(stat, OWN) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    /// The name, which may hold anything, stands in brackets; the times are the 14th and 15th field, those of children
    /// the two after.
    static long parse(String stat, int times) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Stream.of(fields)
                        .skip(11)
                        .limit(times)
                        .mapToLong(Long::parseLong)
                        .sum()
                * MILLIS_PER_TICK;
    }

    private ProcessorTime() {}
}
