package thami.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Shows the mails of a mailbox: `/` and `/messages/{id}` to people, `/api/messages` to programs.
///
/// `GET /api/messages?to=` answers `{"items": [mail…]}`, the newest first; `GET /api/messages/{id}` one mail.
final class Inbox implements AutoCloseable {

    private static final int LIST = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final ExecutorService threads;

    private Inbox(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    static Inbox start(Mailbox mailbox, int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            server.createContext("/", exchange -> send(exchange, answer(mailbox, exchange)));
            server.start();
            return new Inbox(server, threads);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private record Answer(int status, String type, String policy, byte[] body) {

        static Answer json(Object value) {
            return new Answer(200, "application/json", "default-src 'none'", JSON.writeValueAsBytes(value));
        }

        static Answer page(int status, String html) {
            return new Answer(status, "text/html; charset=utf-8", Html.CONTENT_SECURITY_POLICY, html.getBytes(UTF_8));
        }
    }

    private static Answer answer(Mailbox mailbox, HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        var query = query(exchange.getRequestURI().getRawQuery());
        var language =
                Language.of(query.get("lang"), exchange.getRequestHeaders().getFirst("Accept-Language"));
        var pages = new InboxPages(language);
        if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) return notFound(pages);
        return switch (path.split("/", -1)) {
            case String[] it
            when path.equals("/") && it.length == 2 ->
                Answer.page(200, pages.list(mails(mailbox, query.get("to")), mailbox.size()));
            case String[] _ when path.equals(Html.STYLESHEET) -> stylesheet();
            case String[] _
            when path.equals("/api/messages") -> Answer.json(Map.of("items", mails(mailbox, query.get("to"))));
            case String[] it
            when path.startsWith("/api/messages/") && it.length == 4 ->
                mailbox.find(it[3]).map(Answer::json).orElseGet(() -> notFound(pages));
            case String[] it
            when path.startsWith("/messages/") && it.length == 3 && it[2].endsWith(".eml") ->
                mailbox.source(it[2].substring(0, it[2].length() - 4))
                        .map(eml -> new Answer(200, "message/rfc822", "default-src 'none'", eml))
                        .orElseGet(() -> notFound(pages));
            case String[] it
            when path.startsWith("/messages/") && it.length == 3 ->
                mailbox.find(it[2])
                        .map(mail -> Answer.page(200, pages.mail(mail)))
                        .orElseGet(() -> notFound(pages));
            case String[] it
            when path.startsWith("/messages/") && it.length == 4 && it[3].equals("html") ->
                mailbox.find(it[2]).flatMap(Inbox::html).orElseGet(() -> notFound(pages));
            default -> notFound(pages);
        };
    }

    private static List<Mail> mails(Mailbox mailbox, @Nullable String to) {
        return to == null || to.isBlank() ? mailbox.newest(LIST) : mailbox.newestTo(to.strip(), LIST);
    }

    /// The mail's own HTML: no script, nothing loaded, its links open in a window of their own.
    private static Optional<Answer> html(Mail mail) {
        return Optional.ofNullable(mail.html())
                .map(html -> new Answer(
                        200,
                        "text/html; charset=utf-8",
                        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
                                + "style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
                        ("<base target=\"_blank\">" + html).getBytes(UTF_8)));
    }

    private static Answer notFound(InboxPages pages) {
        return Answer.page(404, pages.notFound());
    }

    private static Answer stylesheet() {
        try (var css = Objects.requireNonNull(Inbox.class.getResourceAsStream("/thami/platform/platform.css"))) {
            return new Answer(200, "text/css; charset=utf-8", "default-src 'none'", css.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> query(@Nullable String raw) {
        if (raw == null) return Map.of();
        return java.util.Arrays.stream(raw.split("&"))
                .map(it -> it.split("=", 2))
                .filter(it -> it.length == 2)
                .collect(java.util.stream.Collectors.toMap(it -> it[0], it -> decoded(it[1]), (first, _) -> first));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, UTF_8);
        } catch (IllegalArgumentException malformed) {
            return value;
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.type());
        headers.set("Content-Security-Policy", answer.policy());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cache-Control", "no-store");
        var head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), head ? -1 : answer.body().length);
        if (!head) exchange.getResponseBody().write(answer.body());
        exchange.close();
    }
}
