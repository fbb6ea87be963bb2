package thami.testing;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// The wire to a server, which can be cut, hang and be mended.
/// ```java
/// @ComponentTest
/// @Import(Wire.ToTheStore.class)
/// ```
public final class Wire implements AutoCloseable {

    private final ServerSocket entrance;
    private final String host;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean whole = true;
    private volatile CountDownLatch flowing = new CountDownLatch(0);

    public Wire(String host, int port) {
        this.host = host;
        this.port = port;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /// Closes what is open; whoever calls is hung up on.
    public void cut() {
        whole = false;
        open.forEach(Wire::close);
    }

    /// Keeps what is open and lets nothing pass, until it is mended: nobody is told that anything is wrong.
    public void hang() {
        flowing = new CountDownLatch(1);
    }

    public void mend() {
        whole = true;
        flowing.countDown();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var here = entrance.accept();
                if (whole) connect(here);
                else close(here);
            } catch (IOException closedOrRefused) {
                // the caller finds its connection closed, or the test is over
            }
        }
    }

    private void connect(Socket here) throws IOException {
        var there = new Socket(host, port);
        open.add(here);
        open.add(there);
        Thread.ofVirtual().start(() -> pass(here, there));
        Thread.ofVirtual().start(() -> pass(there, here));
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            var some = new byte[8192];
            for (var read = in.read(some); read >= 0; read = in.read(some)) {
                flowing.await();
                out.write(some, 0, read);
            }
        } catch (IOException | InterruptedException cut) {
            // as intended
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
        flowing.countDown();
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts a wire between the service under test and its store.
    @TestConfiguration(proxyBeanMethods = false)
    public static class ToTheStore {

        @Bean
        Wire wire(@Value("${" + RealParts.STORE_AWAY_AT_START + ":false}") boolean away) {
            var store = new ServerAddress(
                    new ConnectionString(Stores.uri()).getHosts().getFirst());
            var wire = new Wire(store.getHost(), store.getPort());
            if (away) wire.cut();
            return wire;
        }

        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE) // the last word, after the address that is configured
        MongoClientSettingsBuilderCustomizer throughTheWire(Wire wire) {
            return settings -> settings.applyToClusterSettings(
                            cluster -> cluster.hosts(List.of(new ServerAddress("127.0.0.1", wire.port())))
                                    .serverSelectionTimeout(1, TimeUnit.SECONDS))
                    .applyToSocketSettings(socket -> socket.readTimeout(3, TimeUnit.SECONDS));
        }
    }
}
