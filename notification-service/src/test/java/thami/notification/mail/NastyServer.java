package thami.notification.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A mail server that does whatever a mail server can do, at any step of the conversation.
///
/// Steps: `CONNECT`, the verbs, `CREDENTIALS` (what follows AUTH LOGIN), and `CONTENT` (the dot that ends a
/// mail).
public final class NastyServer implements AutoCloseable {

    sealed interface Reaction {}

    /// Says this instead; "221" and "421" close the connection.
    record Says(String reply) implements Reaction {}

    /// Never says anything again.
    record Hangs() implements Reaction {}

    /// Says this, but later.
    record Dawdles(String reply, Duration pause) implements Reaction {}

    /// Says this, and reads nothing more.
    record Deafens(String reply) implements Reaction {}

    /// Closes the connection without a word.
    record Drops() implements Reaction {}

    /// One byte, a second, another byte.
    record Trickles(String reply) implements Reaction {}

    private static final Map<String, String> POLITE = Map.ofEntries(
            Map.entry("CONNECT", "220 nasty.example ESMTP"),
            Map.entry("EHLO", "250-nasty.example\r\n250-SIZE 1000000\r\n250-8BITMIME\r\n250 AUTH PLAIN"),
            Map.entry("AUTH", "235 welcome"),
            Map.entry("MAIL", "250 sender ok"),
            Map.entry("RCPT", "250 recipient ok"),
            Map.entry("DATA", "354 go on"),
            Map.entry("CONTENT", "250 queued as 4711"),
            Map.entry("NOOP", "250 ok"),
            Map.entry("RSET", "250 ok"),
            Map.entry("QUIT", "221 bye"));

    private final ServerSocket server;
    private final Map<String, Reaction> reactions = new ConcurrentHashMap<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    private NastyServer(ServerSocket server) {
        this.server = server;
    }

    public static NastyServer start() {
        try {
            var server = new NastyServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(server::accept);
            return server;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    public NastyServer at(String step, String reply) {
        reactions.put(step, new Says(reply));
        return this;
    }

    NastyServer at(String step, Reaction reaction) {
        reactions.put(step, reaction);
        return this;
    }

    public void behaves() {
        reactions.clear();
    }

    /// The mails whose last dot has arrived, whatever the answer was.
    public List<String> received() {
        return List.copyOf(received);
    }

    List<String> recipients() {
        return List.copyOf(recipients);
    }

    public int connections() {
        return connections.get();
    }

    /// How many connections are open now.
    int open() {
        return open.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                connections.incrementAndGet();
                open.incrementAndGet();
                Thread.ofVirtual().start(() -> converse(client));
            } catch (IOException stopped) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
            if (!react("CONNECT", client)) return;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
                if (verb.equals("RCPT")) recipients.add(line.substring(line.indexOf(':') + 1));
                if (!react(verb, client)) return;
                if (verb.equals("DATA") && said("DATA").startsWith("354")) {
                    var mail = content(in);
                    if (mail == null) return;
                    received.add(mail);
                    if (!react("CONTENT", client)) return;
                }
                if (verb.equals("QUIT")) return;
            }
        } catch (IOException gone) {
            // as clients do
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
    }

    private static @Nullable String content(BufferedReader in) throws IOException {
        var mail = new StringBuilder();
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) return mail.toString();
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return null;
    }

    private String said(String step) {
        return reactions.get(step) instanceof Says(String reply) ? reply : POLITE.getOrDefault(step, "502 what?");
    }

    /// @return whether the conversation goes on
    private boolean react(String step, Socket client) throws IOException, InterruptedException {
        switch (reactions.getOrDefault(step, new Says(said(step)))) {
            case Says(var reply) -> {
                write(client.getOutputStream(), reply + "\r\n");
                return !reply.startsWith("421");
            }
            case Hangs() -> {
                client.getInputStream().transferTo(OutputStream.nullOutputStream()); // until they give up
                return false;
            }
            case Dawdles(var reply, var pause) -> {
                if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) return false;
                write(client.getOutputStream(), reply + "\r\n");
                return true;
            }
            case Deafens(var reply) -> {
                write(client.getOutputStream(), reply + "\r\n");
                closed.await();
                return false;
            }
            case Drops() -> {
                return false;
            }
            case Trickles(var reply) -> {
                for (var character : (reply + "\r\n").toCharArray()) {
                    write(client.getOutputStream(), String.valueOf(character));
                    if (closed.await(1, TimeUnit.SECONDS)) return false;
                }
                return true;
            }
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() {
        try {
            closed.countDown();
            server.close();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
    }
}
