package thami.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// Stands where the public address leads to, which has to be known before the service has its port: sends every request
/// on to the service.
public final class Entrance implements AutoCloseable {

    private final HttpServer server;
    private volatile int service;

    public Entrance() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://localhost:" + service + exchange.getRequestURI());
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void leadTo(int port) {
        service = port;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
