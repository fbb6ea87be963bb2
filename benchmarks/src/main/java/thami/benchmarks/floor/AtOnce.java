package thami.benchmarks.floor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import thami.benchmarks.Failures;
import thami.benchmarks.Worker;

/// Answers the staff's script at once as if all were done, and sends the mails that it waits for: what is left is the
/// work of whoever asks.
public final class AtOnce {

    private static final int SENDERS = 2;
    private static final Pattern EMAIL = Pattern.compile("\"email\":\"([^\"]+)\"");
    private static final String DONE = "{\"state\":\"READY\",\"sha256\":\"0\"}";

    private record Letter(String to, String subject) {}

    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Letter> waiting = new LinkedBlockingQueue<>();

    public static void serve() throws Exception {
        var atOnce = new AtOnce();
        for (var i = 0; i < SENDERS; i++) {
            var post = Post.to(Objects.requireNonNull(System.getenv("THAMI_SMTP")));
            Thread.ofVirtual().start(() -> atOnce.send(post));
        }
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", atOnce::answer);
        server.start();
        Worker.serve(words -> Map.of("port", (double) server.getAddress().getPort()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var path = exchange.getRequestURI().getPath().split("/"); // "", "api", what, whose, …
        if (path.length == 3) {
            var id = Objects.requireNonNull(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            apply(id, body);
            answer(exchange, 201, "{\"id\":\"%s\"}".formatted(id));
        } else {
            // found before the answer: whoever has it may already be at the release
            var letter = letter(path[path.length - 1], path[3]);
            answer(exchange, 200, DONE);
            if (letter != null) waiting.add(letter);
        }
    }

    private @Nullable Letter letter(String command, String id) {
        return switch (command) {
            case "admission" -> new Letter(Objects.requireNonNull(addresses.get(id)), "Zusage");
            case "release" -> new Letter(Objects.requireNonNull(addresses.remove(id)), "Zertifikat");
            default -> null;
        };
    }

    private static void answer(HttpExchange exchange, int status, String answer) throws IOException {
        var bytes = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void apply(String id, String body) {
        var email = EMAIL.matcher(body);
        if (!email.find()) throw new IllegalArgumentException(body);
        addresses.put(id, email.group(1));
        waiting.add(new Letter(email.group(1), "Eingang"));
    }

    private void send(Post post) {
        while (true) {
            try {
                var letter = waiting.take();
                post.send(letter.to, letter.subject);
            } catch (InterruptedException stopping) {
                return;
            } catch (MessagingException failed) {
                Failures.note(failed);
            }
        }
    }

    private AtOnce() {}
}
