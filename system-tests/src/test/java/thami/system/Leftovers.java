package thami.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import thami.launcher.ProcessMark;

/// The processes of the systems that a run of the tests has started, so that they end with it: systems run on by
/// themselves, and a run that is killed ends nothing. Somebody waits for its end who does it then, or the next run.
final class Leftovers {

    private static final Path NOTES = RepositoryFiles.path("system-tests/target/systems");

    private static final Path OURS =
            NOTES.resolve(ProcessMark.of(ProcessHandle.current()).line());

    static {
        ofDeadRuns().forEach(Leftovers::end);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(OURS)));
    }

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private static boolean watched;

    private Leftovers() {}

    /// @param arguments the number of the run whose end is waited for
    static void main(String... arguments) {
        ProcessHandle.of(Long.parseLong(arguments[0]))
                .ifPresent(run -> run.onExit().join());
        ofDeadRuns().forEach(Leftovers::end);
    }

    /// In a session of its own: whoever ends the run with all that it has started does not end the watcher.
    private static void watch() throws IOException {
        if (watched) return;
        watched = true;
        var command = new ArrayList<>(Stream.of(SETSID)
                .filter(Files::isExecutable)
                .map(Path::toString)
                .toList());
        command.addAll(small(Leftovers.class));
        command.add(String.valueOf(ProcessHandle.current().pid()));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// What starts a virtual machine that does little.
    static List<String> small(Class<?> main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx16m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName());
    }

    /// All processes of this system, also those that it will have.
    static void note(Path home) {
        append("home " + home);
    }

    static void note(ProcessHandle process) {
        append("process " + ProcessMark.of(process).line());
    }

    private static synchronized void append(String line) {
        try {
            Files.createDirectories(NOTES);
            watch();
            Files.writeString(OURS, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> ofDeadRuns() {
        if (!Files.isDirectory(NOTES)) return List.of();
        try (Stream<Path> notes = Files.list(NOTES)) {
            return notes.filter(note -> ProcessMark.read(note.getFileName().toString())
                            .flatMap(ProcessMark::alive)
                            .isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(Path note) {
        if (Files.notExists(note)) return;
        try {
            var processes = new ArrayList<String>();
            for (var line : Files.readAllLines(note)) {
                var what = line.substring(line.indexOf(' ') + 1);
                if (line.startsWith("process ")) processes.add(what);
                else processes.addAll(ofHome(Path.of(what)));
            }
            processes.stream()
                    .flatMap(process -> ProcessMark.read(process).stream())
                    .flatMap(process -> process.alive().stream())
                    .forEach(ProcessHandle::destroyForcibly);
            Files.deleteIfExists(note); // somebody else may have done the same
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As the launcher notes them: the mark in the first line.
    private static List<String> ofHome(Path home) throws IOException {
        var run = home.resolve("run");
        if (!Files.isDirectory(run)) return List.of();
        try (Stream<Path> files = Files.walk(run)) {
            return files.filter(file -> file.toString().endsWith(".process"))
                    .map(file -> RepositoryFiles.text(file).lines().findFirst().orElse(""))
                    .toList();
        }
    }
}
