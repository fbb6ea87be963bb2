package thami.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The heap of a running JVM, asked by the JDK's own `jcmd`.
final class Heap {

    private static final Pattern GENERATION = Pattern.compile("total \\d+K, used (\\d+)K");

    /// Megabytes that a full collection leaves.
    static double afterCollection(long pid) throws IOException, InterruptedException {
        ask(pid, "GC.run");
        return used(ask(pid, "GC.heap_info"));
    }

    /// All generations together; metaspace is not heap.
    static double used(String info) {
        return GENERATION
                        .matcher(info)
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .mapToLong(Long::parseLong)
                        .sum()
                / 1024.0;
    }

    private static String ask(long pid, String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid),
                        command)
                .redirectErrorStream(true)
                .start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IllegalStateException("jcmd %d %s: %s".formatted(pid, command, answer));
        return answer;
    }

    private Heap() {}
}
