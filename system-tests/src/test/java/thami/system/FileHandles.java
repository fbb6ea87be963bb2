package thami.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import thami.testing.Requirements;

/// Leaves a running process no file handle to spare, until this is closed: idle connections to its port hold the rest.
final class FileHandles implements AutoCloseable {

    private static final Pattern LIMIT = Pattern.compile("Max open files\\s+(\\d+)\\s+(\\d+)");
    private static final int TO_SPARE = 2;
    private static final int IDLE = 40;

    private final long process;
    private final String before;
    private final List<Socket> idle = new ArrayList<>();

    private FileHandles(long process, String before) {
        this.process = process;
        this.before = before;
    }

    static FileHandles exhaust(long process, int port) throws IOException, InterruptedException {
        Requirements.need("prlimit", Files.exists(Path.of("/usr/bin/prlimit")), "Linux with util-linux sets limits");
        var limits = LIMIT.matcher(Files.readString(Path.of("/proc/%d/limits".formatted(process))));
        if (!limits.find()) throw new IllegalStateException("No limit of open files");
        var handles = new FileHandles(process, limits.group(1) + ":" + limits.group(2));
        handles.limit(open(process) + TO_SPARE + ":" + limits.group(2));
        for (var i = 0; i < IDLE; i++) handles.idle.add(new Socket(InetAddress.getLoopbackAddress(), port));
        return handles;
    }

    private static long open(long process) throws IOException {
        try (var files = Files.list(Path.of("/proc/%d/fd".formatted(process)))) {
            return files.count();
        }
    }

    private void limit(String softAndHard) throws IOException, InterruptedException {
        var set = new ProcessBuilder("prlimit", "--pid", String.valueOf(process), "--nofile=" + softAndHard)
                .inheritIO()
                .start();
        if (set.waitFor() != 0) throw new IllegalStateException("The limit was not set");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (var socket : idle) socket.close();
        limit(before);
    }
}
