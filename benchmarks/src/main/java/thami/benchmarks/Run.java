package thami.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;

/// Where a run works: the sources it measures, and a folder of its own that is emptied at the end. What must outlive
/// it, the finished legs, lies beside.
///
/// @param lock held as long as this run is: a channel that nobody holds is closed with the garbage
public record Run(Path root, Path folder, Options options, Children children, FileLock lock) {

    private static final long NEEDED_BYTES = 2L * 1024 * 1024 * 1024;

    static Run in(Path root, Options options) {
        var folder = root.resolve(".thami/bench");
        var children = new Children(folder.resolve("processes"));
        var run = new Run(root, folder, options, children, refuseASecond(folder));
        run.end(); // what a run that was killed has left
        refuseLittleSpace(folder);
        return run;
    }

    /// Kept until this process ends, however it does.
    private static FileLock refuseASecond(Path folder) {
        try {
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null)
                throw new Refused("Another ./thami bench is at work in %s: wait for it.".formatted(folder));
            return lock;
        } catch (IOException e) {
            throw new Refused("The folder %s cannot be used: %s".formatted(folder, e.getMessage()));
        }
    }

    static void refuseLittleSpace(Path folder) {
        try {
            var usable = Files.getFileStore(folder).getUsableSpace();
            if (usable < NEEDED_BYTES)
                throw new Refused("The disk of %s is too full: %d MB are free, %d MB are needed."
                        .formatted(folder, usable >> 20, NEEDED_BYTES >> 20));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is measured is what was built; nothing is built while something is measured.
    void refuseUnbuilt() {
        for (var service : LocalSystem.SERVICES) {
            var jar = root.resolve(service).resolve("target/%s-0.1.0-SNAPSHOT.jar".formatted(service));
            if (Files.notExists(jar)) throw new Refused(jar + " is missing: ./mvnw package -DskipTests builds it.");
        }
    }

    Path scratch(String name) {
        try {
            return Files.createDirectories(folder.resolve("scratch").resolve(name));
        } catch (IOException e) {
            throw new Refused("The folder %s cannot be used: %s".formatted(folder, e.getMessage()));
        }
    }

    LegFile legs(String section) {
        return new LegFile(folder.resolve(section + ".csv"));
    }

    Path results() {
        return root.resolve("benchmarks/results");
    }

    /// The address of a store that is to be used in place of the embedded one.
    Optional<String> givenStore() {
        return Optional.ofNullable(System.getenv("THAMI_MONGODB_URI")).filter(uri -> !uri.isBlank());
    }

    /// Ends every process and deletes all but the finished legs.
    void end() {
        children.endAll();
        LocalSystem.endLeftOver(this); // also what was started and not noted yet
        clean();
    }

    private void clean() {
        var scratch = folder.resolve("scratch");
        if (Files.notExists(scratch)) return;
        try (var files = Files.walk(scratch)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
