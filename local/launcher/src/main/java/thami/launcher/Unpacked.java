package thami.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A program taken out of its jar, with the AOT cache of the JDK beside it: half the start-up time and less memory.
///
/// The cache fits one jar, one JDK and one set of options; a stamp says whether they are still the same.
record Unpacked(Component component, Path folder) {

    static Unpacked of(Component component, Home home) {
        return new Unpacked(component, home.programs().resolve(component.name()));
    }

    Path jar(Path root) {
        return folder.resolve(component.jar(root).getFileName());
    }

    private Path cache() {
        return folder.resolve("start.aot");
    }

    private Path trainingLog() {
        return folder.resolveSibling(component.name() + ".training.log");
    }

    private Path stamp() {
        return folder.resolve("stamp");
    }

    boolean isCurrent(Path root) {
        try {
            return Files.exists(stamp())
                    && Files.exists(jar(root))
                    && Files.readString(stamp()).equals(stamp(root));
        } catch (IOException e) {
            return false;
        }
    }

    /// Takes the jar apart and trains the cache; without a cache the program only starts slower.
    void prepare(Path root, Map<String, String> variables, List<String> training)
            throws IOException, InterruptedException {
        deleteTree(folder);
        Files.deleteIfExists(trainingLog());
        var extract = List.of(
                java(),
                "-Djarmode=tools",
                "-jar",
                component.jar(root).toString(),
                "extract",
                "--destination",
                folder.toString());
        if (!run(extract, Map.of())) throw new IOException("see " + trainingLog());
        var command = new ArrayList<String>(List.of(java(), "-XX:AOTCacheOutput=" + cache()));
        command.addAll(component.jvmOptions());
        if (component.isService()) {
            command.add("-Dspring.context.exit=onRefresh");
            command.add("-Dserver.port=0");
        }
        command.addAll(List.of("-jar", jar(root).toString()));
        command.addAll(training);
        if (!run(command, variables) || Files.notExists(cache())) {
            System.out.printf("  %s starts without its cache: see %s%n", component.name(), trainingLog());
        }
        Files.writeString(stamp(), stamp(root));
    }

    List<String> command(Path root, List<String> arguments) {
        var command = new ArrayList<String>(List.of(java()));
        if (Files.exists(cache())) command.add("-XX:AOTCache=" + cache());
        command.addAll(component.jvmOptions());
        command.addAll(List.of("-jar", jar(root).toString()));
        command.addAll(arguments);
        return command;
    }

    private boolean run(List<String> command, Map<String, String> variables) throws IOException, InterruptedException {
        Files.createDirectories(folder.getParent());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(trainingLog().toFile()));
        builder.environment().putAll(variables);
        var process = builder.start();
        if (process.waitFor(3, TimeUnit.MINUTES)) return process.exitValue() == 0;
        process.destroyForcibly();
        return false;
    }

    /// By size and time: to read all the jars at each start would take two seconds.
    private String stamp(Path root) {
        var jar = component.jar(root);
        try {
            return String.join(
                    "\n",
                    jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar),
                    System.getProperty("java.vm.version"),
                    component.jvmOptions().toString());
        } catch (IOException e) {
            throw new Refusal("%s cannot be read: ./mvnw package builds it.".formatted(jar));
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static void deleteTree(Path folder) throws IOException {
        if (Files.notExists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
