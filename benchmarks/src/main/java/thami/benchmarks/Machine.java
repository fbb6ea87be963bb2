package thami.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What a figure belongs to: without it nobody can compare.
final class Machine {

    private static final List<String> CODE = List.of(".", ":!docs", ":!*.md", ":!benchmarks/results");

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
        facts.put("code", code());
        return facts;
    }

    /// The last commit that changed more than words and results: legs of another are not gone on with.
    private static String code() {
        var commit = git("log", "-1", "--format=%h");
        if (commit.isEmpty()) return "unknown";
        return git("status", "--porcelain").isEmpty() ? commit : commit + " with changes";
    }

    /// What git says; nothing where there is no git or no history.
    private static String git(String... question) {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(question));
        command.add("--");
        command.addAll(CODE);
        try {
            var process = new ProcessBuilder(command)
                    .directory(new File(System.getProperty("thami.root", ".")))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            return process.waitFor() == 0 ? said : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
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
