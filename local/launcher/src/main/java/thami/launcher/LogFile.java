package thami.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a process has said. Read by its end, however long it is, and whatever a kill left of its last line.
record LogFile(Path path) {

    private static final int READ_BYTES = 256 * 1024;

    String process() {
        return path.getFileName().toString().replace(".log", "");
    }

    /// Of `registration-service`, both that name and `registration` are understood.
    boolean isOf(String process) {
        return process().equals(process) || process().equals(process + "-service");
    }

    List<String> last(int lines) throws IOException {
        var all = since(0);
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    /// The lines from this place on, as far as they are among the last 256 kB.
    List<String> since(long place) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(Math.max(place, file.length() - READ_BYTES));
            var bytes = new byte[READ_BYTES];
            var length = Math.max(0, file.read(bytes));
            return new String(bytes, 0, length, StandardCharsets.UTF_8).lines().toList();
        }
    }

    /// Where what comes next will stand.
    long end() throws IOException {
        return Files.exists(path) ? Files.size(path) : 0;
    }
}
