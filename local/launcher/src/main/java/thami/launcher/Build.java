package thami.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Builds the jars that are missing or older than their sources, and says how far it is.
record Build(Path root) {

    private static final List<Path> SHARED = List.of(Path.of("pom.xml"), Path.of("libraries"), Path.of("contracts"));
    private static final Attributes.Name STARTED = new Attributes.Name("Start-Class");
    private static final Pattern MODULE = Pattern.compile("Building (\\S+) .*\\[(\\d+)/(\\d+)]");

    /// @param more what is built beside what is started, anew whenever any of that is
    void bringUpToDate(Component... more) {
        var stale = new ArrayList<>(built().filter(this::isStale).toList());
        for (var one : more) if (!stale.isEmpty() || isStale(one)) stale.add(one);
        if (stale.isEmpty()) return;
        System.out.println("Building (the first time, Maven loads its libraries: a few minutes) …");
        var log = root.resolve("target/thami-build.log");
        try {
            Files.createDirectories(log.getParent());
            var process = new ProcessBuilder(command(stale))
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .start();
            try (var lines = process.inputReader(StandardCharsets.UTF_8);
                    var out = Files.newBufferedWriter(log)) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    out.write(line);
                    out.newLine();
                    show(line);
                }
            }
            if (process.waitFor() != 0) throw new Refusal("The build failed: see %s".formatted(log));
        } catch (IOException e) {
            throw new Refusal("The build could not run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("The build was interrupted.");
        }
        // A jar may be older than a source that did not change it.
        stale.forEach(component -> touch(component.jar(root)));
    }

    private static Stream<Component> built() {
        return Stream.concat(Component.ALL.stream(), Stream.of(Component.DEMO));
    }

    private List<String> command(List<Component> stale) {
        var windows = System.getProperty("os.name").startsWith("Windows");
        return List.of(
                root.resolve(windows ? "mvnw.cmd" : "mvnw").toString(),
                "-B",
                "-DskipTests",
                "-Dspotless.check.skip=true",
                "-Dmaven.test.skip.exec=true",
                "-Dmaven.jar.forceCreation=true", // or what a build that was cut off has left would do
                "-pl",
                String.join(
                        ",", stale.stream().map(it -> it.module().toString()).toList()),
                "-am",
                "package");
    }

    private static void show(String line) {
        var module = MODULE.matcher(line);
        if (module.find()) System.out.printf("  %s/%s %s%n", module.group(2), module.group(3), module.group(1));
    }

    boolean isStale(Component component) {
        var jar = component.jar(root);
        if (!isWhole(jar)) return true;
        var built = time(jar);
        return Stream.concat(SHARED.stream(), Stream.of(component.module()))
                .map(root::resolve)
                .anyMatch(source -> isNewer(source, built));
    }

    /// Maven makes a plain jar first, of which Spring Boot then makes the one that starts. A build that was cut off
    /// leaves the plain one, or a part of either, newer than its sources.
    private static boolean isWhole(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            return manifest != null && manifest.getMainAttributes().containsKey(STARTED);
        } catch (IOException missingOrCutOff) {
            return false;
        }
    }

    private static boolean isNewer(Path source, FileTime built) {
        try (Stream<Path> files = Files.walk(source)) {
            return files.filter(Build::counts).anyMatch(file -> time(file).compareTo(built) > 0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }

    /// Tests, documents and what was built itself change no jar.
    private static boolean counts(Path file) {
        var name = file.toString().replace('\\', '/');
        return Files.isRegularFile(file)
                && !name.contains("/target/")
                && !name.contains("/src/test/")
                && !name.endsWith(".md");
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
        } catch (IOException e) {
            throw new Refusal("%s was not built: %s".formatted(file, e.getMessage()));
        }
    }
}
