package thami.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A request on a connection of its own, sent in two parts: in between, the server is at work on it.
final class SlowRequest implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");

    /// @param status 0 if there was no answer at all
    /// @param whole whether the answer came to its end
    record Answer(int status, boolean whole) {

        boolean isCut() {
            return status > 0 && !whole;
        }
    }

    private final Socket socket;
    private final byte[] rest;

    private SlowRequest(Socket socket, byte[] rest) {
        this.socket = socket;
        this.rest = rest;
    }

    static SlowRequest begin(int port, String method, String path, String headers, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var expect = bytes.length > 0 ? "Expect: 100-continue\r\n" : "";
        var head = "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %d\r\n%s%s\r\n"
                .formatted(method, path, bytes.length, expect, headers);
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(60_000);
        var out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        if (bytes.length > 0) awaitContinue(socket.getInputStream());
        out.write(bytes, 0, bytes.length / 2);
        out.flush();
        return new SlowRequest(socket, java.util.Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length));
    }

    /// The server's word that it is at work on this request.
    private static void awaitContinue(InputStream in) throws IOException {
        var said = new StringBuilder();
        while (said.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) break;
            said.append((char) next);
        }
        if (!said.toString().startsWith("HTTP/1.1 100")) throw new IOException("not begun: " + said);
    }

    /// A request that is sent at once.
    static Answer get(int port, String path, String headers) {
        try (var request = begin(port, "GET", path, headers, "")) {
            return request.finish();
        } catch (IOException refused) {
            return new Answer(0, false);
        }
    }

    /// Sends what is missing and reads the whole answer.
    Answer finish() {
        var read = new ByteArrayOutputStream();
        try {
            socket.getOutputStream().write(rest);
            socket.getInputStream().transferTo(read);
        } catch (IOException cut) {
            // what came so far tells
        }
        return answer(read.toString(StandardCharsets.ISO_8859_1));
    }

    private static Answer answer(String read) {
        if (!read.startsWith("HTTP/1.1 ")) return new Answer(0, false);
        var status = Integer.parseInt(read.substring(9, 12));
        var end = read.indexOf("\r\n\r\n");
        var length = LENGTH.matcher(read);
        var whole = end > 0
                && (length.find() && length.start() < end
                        ? read.length() - end - 4 == Integer.parseInt(length.group(1))
                        : read.endsWith("0\r\n\r\n"));
        return new Answer(status, whole);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
