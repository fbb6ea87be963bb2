package thami.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    /// Takes the jar apart.
    void unpack(Path root) throws IOException, InterruptedException {
        deleteTree(folder);
        Files.createDirectories(folder.getParent());
        var log = folder.resolveSibling(component.name() + ".unpacking.log").toFile();
        var process = new ProcessBuilder(
                        java(),
                        "-Djarmode=tools",
                        "-jar",
                        component.jar(root).toString(),
                        "extract",
                        "--destination",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        if (process.waitFor() != 0) throw new IOException("see " + log);
        Files.deleteIfExists(log.toPath());
    }

    /// Says that all is as the jar wants it; with or without a cache, without it the program only starts slower.
    ///
    /// @return whether there is a cache
    boolean finish(Path root) throws IOException {
        Files.writeString(stamp(), stamp(root));
        return Files.exists(cache());
    }

    /// As long as it is not [#finish(Path) finished], a run of this makes the cache when it ends.
    List<String> command(Path root, List<String> arguments) {
        var command = new ArrayList<String>(List.of(java()));
        if (Files.exists(cache())) command.add("-XX:AOTCache=" + cache());
        else if (Files.notExists(stamp())) command.add("-XX:AOTCacheOutput=" + cache());
        command.addAll(component.jvmOptions());
        command.addAll(List.of("-jar", jar(root).toString()));
        command.addAll(arguments);
        return command;
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
