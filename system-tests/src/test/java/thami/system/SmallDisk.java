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

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    static boolean isPossible() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/mount"));
    }

    /// Skips the test, and says so, where there can be none.
    static SmallDisk of(Path folder, int megabytes) throws IOException, InterruptedException {
        Requirements.need("disk", isPossible(), "tests of full disks mount a small one: run them as root");
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
