package thami.platform;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One origin before the four services: sends each path to the service that owns it, and shows a start page.
///
/// What belongs to no service is not found; actuators are never reached from here.
public final class Entrance implements AutoCloseable {

    private static final long MAX_BODY = 16L * 1024 * 1024; // the services have lower limits of their own
    private static final int MAX_REQUEST_MILLIS = 60_000;

    /// Spellings by which a path could mean another one to a service than it means here.
    private static final Pattern AMBIGUOUS =
            Pattern.compile("//|\\\\|;|/\\.|%(2e|2f|5c|00|25)", Pattern.CASE_INSENSITIVE);

    private static final HttpString RETRY_AFTER = new HttpString("Retry-After");

    private final Undertow server;
    private final int port;

    private Entrance(Undertow server) {
        this.server = server;
        server.start();
        this.port = ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
    }

    /// The paths of each service (`registration`, `cohort`, …), longest first where one begins another.
    public static final Map<String, List<String>> PATHS = Map.of(
            "registration",
                    List.of(
                            "/apply",
                            "/status",
                            "/imprint",
                            "/privacy",
                            "/accessibility",
                            "/api/applications",
                            "/api/calls",
                            "/api/registration"),
            "cohort", List.of("/api/cohorts", "/api/candidates", "/api/participations", "/api/cohort"),
            "certificate",
                    List.of("/verify", "/certificate", "/api/entitlements", "/api/certificates", "/api/certificate"),
            "notification", List.of("/api/notifications", "/api/notification"));

    /// Starts on this port of the loopback interface (0: one of its own choice), before services at these addresses.
    public static Entrance start(int port, Map<String, URI> services, StartPage pages) {
        var routes = new TreeMap<String, HttpHandler>();
        services.forEach((service, address) -> {
            var proxy = proxy(address);
            PATHS.getOrDefault(service, List.of()).forEach(path -> routes.put(path, proxy));
            routes.put("/staff/" + service, proxy);
            routes.put("/assets/" + service, proxy);
        });
        HttpHandler own = exchange -> own(exchange, pages);
        var undertow = Undertow.builder()
                .addHttpListener(port, "127.0.0.1")
                .setIoThreads(2)
                .setWorkerThreads(8)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MAX_BODY)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, 10_000)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, 60_000)
                .setServerOption(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, false)
                .setHandler(exchange -> route(exchange, routes, own, pages))
                .build();
        return new Entrance(undertow);
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.stop();
    }

    private static HttpHandler proxy(URI service) {
        var client = new LoadBalancingProxyClient()
                .addHost(service)
                .setConnectionsPerThread(32)
                .setSoftMaxConnectionsPerThread(8)
                .setProblemServerRetry(1);
        return ProxyHandler.builder()
                .setProxyClient(client)
                .setMaxRequestTime(MAX_REQUEST_MILLIS)
                .setReuseXForwarded(false)
                .setRewriteHostHeader(false)
                .setMaxConnectionRetries(1)
                .build();
    }

    private static void route(
            HttpServerExchange exchange, Map<String, HttpHandler> routes, HttpHandler own, StartPage pages)
            throws Exception {
        var raw = exchange.getRequestURI();
        if (AMBIGUOUS.matcher(raw).find()) {
            exchange.setStatusCode(400).endExchange();
            return;
        }
        exchange.addDefaultResponseListener(it -> unavailable(it, pages));
        owner(routes, raw).orElse(own).handleRequest(exchange);
    }

    /// The route whose path is this one or a parent of it; the longest one.
    private static java.util.Optional<HttpHandler> owner(Map<String, HttpHandler> routes, String path) {
        for (var candidate = path;
                !candidate.isEmpty();
                candidate = candidate.substring(0, candidate.lastIndexOf('/'))) {
            var handler = routes.get(candidate);
            if (handler != null) return java.util.Optional.of(handler);
        }
        return java.util.Optional.empty();
    }

    /// A service that is starting or down answers nothing: say so, to people and programs, and when to come back.
    private static boolean unavailable(HttpServerExchange exchange, StartPage pages) {
        if (exchange.getStatusCode() < 502 || exchange.getStatusCode() > 504) return false;
        exchange.setStatusCode(503);
        exchange.getResponseHeaders().put(RETRY_AFTER, "3");
        if (exchange.getRequestURI().startsWith("/api/")) {
            send(
                    exchange,
                    "application/problem+json",
                    "{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503}");
        } else {
            send(exchange, "text/html; charset=utf-8", pages.unavailable(language(exchange)));
        }
        return true;
    }

    private static void own(HttpServerExchange exchange, StartPage pages) {
        var language = language(exchange);
        switch (exchange.getRequestURI()) {
            case "/" -> send(exchange, "text/html; charset=utf-8", pages.start(language));
            case "/staff", "/staff/" -> send(exchange, "text/html; charset=utf-8", pages.staff(language));
            case Html.STYLESHEET -> send(exchange, "text/css; charset=utf-8", pages.stylesheet());
            case "/health" -> send(exchange, "text/plain", "UP");
            default -> {
                exchange.setStatusCode(404);
                send(exchange, "text/html; charset=utf-8", pages.notFound(language));
            }
        }
    }

    private static void send(HttpServerExchange exchange, String type, String body) {
        HeaderMap headers = exchange.getResponseHeaders();
        headers.put(Headers.CONTENT_TYPE, type);
        headers.put(new HttpString("Content-Security-Policy"), Html.CONTENT_SECURITY_POLICY);
        headers.put(new HttpString("X-Content-Type-Options"), "nosniff");
        headers.put(new HttpString("Referrer-Policy"), "no-referrer");
        headers.put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseSender().send(body);
    }

    private static Language language(HttpServerExchange exchange) {
        var asked = exchange.getQueryParameters().get("lang");
        return Language.of(asked == null ? null : asked.peekFirst(), header(exchange, "Accept-Language"));
    }

    private static @Nullable String header(HttpServerExchange exchange, String name) {
        var value = exchange.getRequestHeaders().getFirst(name.toLowerCase(Locale.ROOT));
        return value == null || value.isBlank() ? null : value;
    }
}
