package thami.launcher;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder of everything that a running system keeps, and where each thing is in it; its owner's alone.
///
/// @param programs the programs taken out of their jars: several systems may share them
record Home(Path folder, Path programs) {

    private static final long NEEDED_BYTES = 500L * 1024 * 1024;

    Path state() {
        return folder.resolve("state");
    }

    Path secrets() {
        return folder.resolve("secrets");
    }

    Path run() {
        return folder.resolve("run");
    }

    /// With what it was started.
    Path settings() {
        return run().resolve("settings");
    }

    LogFile log(String process) {
        return new LogFile(logs().resolve(process + ".log"));
    }

    Path logs() {
        return folder.resolve("logs");
    }

    boolean exists() {
        return Files.exists(folder);
    }

    void prepare() {
        try {
            for (var needed : new Path[] {folder, state(), secrets(), run(), logs(), programs}) createPrivate(needed);
        } catch (IOException e) {
            throw unusable(e);
        }
        if (usableBytes() < NEEDED_BYTES) {
            throw new Refusal("The disk of %s is full: %d MB are free, %d MB are needed."
                    .formatted(folder, usableBytes() / 1_048_576, NEEDED_BYTES / 1_048_576));
        }
    }

    Refusal unusable(IOException why) {
        var reason = switch (why) {
            case FileAlreadyExistsException e -> e.getFile() + " is a file";
            case AccessDeniedException e -> "no right to write " + e.getFile();
            default -> String.valueOf(why.getMessage());
        };
        return new Refusal("The folder %s cannot be used (%s): move it away, or name another one in THAMI_HOME."
                .formatted(folder, reason));
    }

    /// Deletes what we keep there and nothing else, should the folder be somebody's own; the folder itself if it is
    /// empty then.
    void delete() throws IOException {
        for (var ours : new Path[] {state(), secrets(), run(), logs()}) Unpacked.deleteTree(ours);
        if (programs.startsWith(folder)) Unpacked.deleteTree(programs);
        Files.deleteIfExists(lock());
        try (var others = Files.list(folder)) {
            if (others.findAny().isPresent()) return;
        }
        Files.delete(folder);
    }

    Path lock() {
        return folder.resolve("lock");
    }

    private long usableBytes() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new Refusal("The disk of %s cannot be read: %s".formatted(folder, e));
        }
    }

    static void createPrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) Files.createDirectories(folder, ownerOnly("rwx------"));
    }

    static FileAttribute<?>[] ownerOnly(String rights) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
