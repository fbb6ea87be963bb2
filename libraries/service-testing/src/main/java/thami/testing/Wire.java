package thami.testing;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import thami.testing.Protocol.Conversation;
import thami.testing.Protocol.Request;

/// The wire to a server, which can be cut, hang, be in trouble, keep an answer back, and be mended.
/// ```java
/// @ComponentTest
/// @Import(Wire.ToTheStore.class)
/// ```
/// A kill after an effect and before its answer would hit that window once in thousands. Where the wire knows the
/// protocol, the answer waits until somebody has been killed, so each kill hits.
public final class Wire implements AutoCloseable {

    private final ServerSocket entrance;
    private final String host;
    private final int port;
    private final Protocol protocol;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Withheld> armed = new AtomicReference<>();
    private volatile boolean whole = true;
    private volatile Trouble trouble = Trouble.NONE;
    private volatile CountDownLatch flowing = new CountDownLatch(0);

    public Wire(String host, int port) {
        this(host, port, Protocol.BYTES);
    }

    public Wire(String host, int port, Protocol protocol) {
        this.host = host;
        this.port = port;
        this.protocol = protocol;
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
        open.forEach(Connection::end);
    }

    /// Lets the server hang up on everybody, once. When they hear of it is a matter of [Trouble#lateClose(Duration)].
    public void hangUp() {
        open.forEach(connection -> close(connection.there));
    }

    /// Keeps what is open and lets nothing pass, until it is mended: nobody is told that anything is wrong.
    public void hang() {
        flowing = new CountDownLatch(1);
    }

    /// Hangs up on everybody in the rudest way, once: both sides have their connection reset.
    public void reset() {
        open.forEach(
                Connection::beRude); // all before the first: whose one end is closed is closed at the other, politely
        open.forEach(Connection::end);
    }

    /// Is bad in this way until it is mended, on new connections and on those that are open.
    public void trouble(Trouble trouble) {
        this.trouble = trouble;
    }

    public void mend() {
        whole = true;
        trouble = Trouble.NONE;
        flowing.countDown();
    }

    /// Keeps back the answer to the next request like this, and everything after it on the same connection, until it is
    /// closed.
    public Withheld withholdAnswerTo(Predicate<Request> request) {
        var withheld = new Withheld(request);
        armed.set(withheld);
        return withheld;
    }

    /// An answer that does not arrive: its effect is there, nobody knows.
    public final class Withheld implements AutoCloseable {

        private final Predicate<Request> request;
        private final CountDownLatch hit = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        private Withheld(Predicate<Request> request) {
            this.request = request;
        }

        /// Waits until the server has answered.
        ///
        /// @return whether it did in this time
        public boolean isHitWithin(Duration patience) throws InterruptedException {
            return hit.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void keep() throws InterruptedException {
            hit.countDown();
            released.await();
        }

        @Override
        public void close() {
            armed.compareAndSet(this, null); // if nobody asked for it
            released.countDown();
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var here = entrance.accept();
                if (whole) connect(here);
                else close(here);
            } catch (IOException closed) {
                // the test is over
            }
        }
    }

    private void connect(Socket here) {
        try {
            var there = new Socket(host, port);
            here.setTcpNoDelay(true);
            there.setTcpNoDelay(true);
            var connection = new Connection(here, there);
            open.add(connection);
            Thread.ofVirtual().start(connection::passRequests);
            Thread.ofVirtual().start(connection::passAnswers);
        } catch (IOException nobodyThere) {
            close(here);
        }
    }

    private final class Connection {

        private record Watched(Request request, Withheld withheld) {}

        private final Socket here;
        private final Socket there;
        private final Conversation conversation = new Conversation();
        private volatile @Nullable Watched watched;

        private Connection(Socket here, Socket there) {
            this.here = here;
            this.there = there;
        }

        private void passRequests() {
            pass(here, there, message -> protocol.request(message, conversation).ifPresent(this::watch));
        }

        private void passAnswers() {
            pass(there, here, this::keepIfWatched);
        }

        private void watch(Request request) {
            var withheld = armed.get();
            if (withheld != null && withheld.request.test(request) && armed.compareAndSet(withheld, null))
                watched = new Watched(request, withheld);
        }

        private void keepIfWatched(byte[] message) throws InterruptedException {
            var answered = protocol.answered(message, conversation);
            var it = watched;
            if (it != null && it.request.id() == answered) it.withheld.keep();
        }

        private void pass(Socket from, Socket to, Look look) {
            try (from;
                    to;
                    var in = new DataInputStream(new BufferedInputStream(from.getInputStream()))) {
                passUntilItEnds(in, to.getOutputStream(), look);
            } catch (IOException | InterruptedException ended) {
                open.remove(this);
            }
        }

        /// Whose other side has hung up hears of it late where that is the trouble, also if they go on talking.
        private void passUntilItEnds(DataInputStream in, OutputStream out, Look look)
                throws IOException, InterruptedException {
            try {
                passAll(in, out, look);
            } catch (IOException hungUp) {
                LockSupport.parkNanos(trouble.lateClose().toNanos());
                throw hungUp;
            }
        }

        private void passAll(DataInputStream in, OutputStream out, Look look) throws IOException, InterruptedException {
            var passed = 0L;
            while (true) {
                var message = protocol.message(in);
                look.at(message);
                flowing.await();
                LockSupport.parkNanos(trouble.delay().toNanos());
                passed += message.length;
                write(message, out, passed);
            }
        }

        private void beRude() {
            endRudely(here);
            endRudely(there);
        }

        private void end() {
            close(here);
            close(there);
        }

        /// @param passed how many bytes have passed with this message
        private void write(byte[] message, OutputStream out, long passed) throws IOException {
            var now = trouble;
            var excess = now.limit() == 0 ? 0 : (int) Math.clamp(passed - now.limit(), 0L, message.length);
            var length = message.length - excess;
            var slice = now.slice() == 0 ? Math.max(1, length) : now.slice();
            for (var from = 0; from < length; from += slice) {
                var size = Math.min(slice, length - from);
                out.write(message, from, size);
                if (now.bytesPerSecond() > 0)
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(size) / now.bytesPerSecond());
            }
            if (excess > 0) throw new EOFException("as much has passed as may");
        }
    }

    @FunctionalInterface
    private interface Look {
        void at(byte[] message) throws InterruptedException;
    }

    private static void endRudely(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException closed) {
            // by its other end
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
