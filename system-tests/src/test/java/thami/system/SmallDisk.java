package thami.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import thami.testing.Requirements;

/// A disk of its own, small enough to be filled; only root can have one.
final class SmallDisk implements AutoCloseable {

    private static final boolean POSSIBLE = tried();

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /// By trying: root in a container often may not mount anything.
    static boolean isPossible() {
        return POSSIBLE;
    }

    private static boolean tried() {
        try {
            var folder = Files.createTempDirectory("small-disk");
            var mounted = succeeds("unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", folder.toString())
                    && succeeds("mount", "-t", "tmpfs", "tmpfs", folder.toString())
                    && succeeds("umount", folder.toString());
            Files.delete(folder);
            return mounted;
        } catch (IOException e) {
            return false; // no such command here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /// Skips the test, and says so, where nothing can be mounted.
    static void need() {
        Requirements.need("mount", POSSIBLE, "run the tests as root that may mount: some need a small disk");
    }

    static SmallDisk of(Path folder, int megabytes) throws IOException, InterruptedException {
        need();
        run("mount", "-t", "tmpfs", "-o", "size=%dm".formatted(megabytes), "tmpfs", folder.toString());
        return new SmallDisk(folder);
    }

    /// Takes all of it but this.
    void fillBut(int megabytes) throws IOException {
        free();
        var take = Files.getFileStore(folder).getUsableSpace() - megabytes * 1024L * 1024;
        var chunk = new byte[1024 * 1024];
        try (var filler = Files.newOutputStream(filler())) {
            for (var taken = 0L; taken < take; taken += chunk.length) filler.write(chunk);
        }
    }

    /// To the last byte.
    void fill() throws IOException {
        fillBut(1);
        try (var filler = Files.newOutputStream(filler(), StandardOpenOption.APPEND)) {
            while (true) filler.write(new byte[512]);
        } catch (IOException full) {
            // as it should be
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(filler());
    }

    void makeReadOnly() throws IOException, InterruptedException {
        run("mount", "-o", "remount,ro", folder.toString());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", folder.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
