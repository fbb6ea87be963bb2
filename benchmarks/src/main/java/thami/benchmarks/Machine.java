package thami.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What a figure belongs to: without it nobody can compare.
final class Machine {

    static SequencedMap<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put(
                "machine",
                "%s, %d processors, %d GB, %s %s"
                        .formatted(
                                found("/proc/cpuinfo", "model name"),
                                Runtime.getRuntime().availableProcessors(),
                                Math.round(kilobytes() / 1024.0 / 1024.0),
                                System.getProperty("os.name"),
                                System.getProperty("os.version")));
        facts.put("JDK", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        return facts;
    }

    private static long kilobytes() {
        var total = found("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
        return total.isEmpty() ? 0 : Long.parseLong(total);
    }

    private static String found(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private Machine() {}
}
