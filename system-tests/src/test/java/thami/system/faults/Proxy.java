package thami.system.faults;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import thami.system.faults.Protocol.Conversation;

/// Stands between the services and a part of the platform, and keeps an answer back when told to.
///
/// A kill after the effect and before its answer would hit that window once in thousands. Here the answer waits until
/// somebody has been killed, so each kill hits.
public final class Proxy implements AutoCloseable {

    private final ServerSocket entrance;
    private final int target;
    private final Protocol protocol;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Withheld> armed = new AtomicReference<>();
    private volatile boolean whole = true;
    private volatile Duration delay = Duration.ZERO;
    private volatile CountDownLatch flowing = new CountDownLatch(0);

    /// @param port where it listens
    /// @param target where the real one is, on this machine
    public Proxy(int port, int target, Protocol protocol) {
        this.target = target;
        this.protocol = protocol;
        try {
            entrance = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("proxy-" + port).start(this::accept);
    }

    /// Keeps back the answer to the next request like this, and everything after it on the same connection.
    public Withheld withholdAnswerTo(Predicate<Request> request) {
        var withheld = new Withheld(request);
        armed.set(withheld);
        return withheld;
    }

    /// Whatever was to be withheld and was not asked for yet, is not any more.
    public void withholdNothing() {
        armed.set(null);
    }

    /// Hangs up on everybody who is connected, and on whoever calls, until it is mended.
    public void cut() {
        whole = false;
        open.forEach(Proxy::close);
    }

    /// Keeps everybody connected and passes nothing on, until it is mended.
    public void hang() {
        flowing = new CountDownLatch(1);
    }

    /// Each message takes this much longer, until it is mended.
    public void delay(Duration delay) {
        this.delay = delay;
    }

    public void mend() {
        whole = true;
        delay = Duration.ZERO;
        flowing.countDown();
    }

    /// An answer that does not arrive: its effect is there, nobody knows.
    public static final class Withheld implements AutoCloseable {

        private final Predicate<Request> request;
        private final CompletableFuture<Request> hit = new CompletableFuture<>();
        private final CountDownLatch released = new CountDownLatch(1);

        private Withheld(Predicate<Request> request) {
            this.request = request;
        }

        /// Waits until the part has answered.
        public Request await(Duration patience) throws InterruptedException {
            try {
                return hit.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                throw new AssertionError("the window was never hit", e);
            }
        }

        private void keep(Request answered) throws InterruptedException {
            hit.complete(answered);
            released.await();
        }

        @Override
        public void close() {
            released.countDown();
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                if (whole) connect(client);
                else close(client);
            } catch (IOException closed) {
                // the test is over
            }
        }
    }

    private void connect(Socket client) {
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            open.add(client);
            open.add(server);
            var connection = new Connection(client, server);
            Thread.ofVirtual().start(connection::passRequests);
            Thread.ofVirtual().start(connection::passAnswers);
        } catch (IOException nobodyThere) {
            close(client);
        }
    }

    private final class Connection {

        private final Socket client;
        private final Socket server;
        private final Conversation conversation = new Conversation();
        private volatile @Nullable Request watched;
        private volatile @Nullable Withheld watching;

        private Connection(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        private void passRequests() {
            try (var in = new DataInputStream(new BufferedInputStream(client.getInputStream()))) {
                while (true) {
                    var message = protocol.message(in);
                    protocol.request(message, conversation).ifPresent(this::watch);
                    pass(message, server);
                }
            } catch (IOException | InterruptedException ended) {
                end();
            }
        }

        private void watch(Request request) {
            var withheld = armed.get();
            if (withheld == null || !withheld.request.test(request) || !armed.compareAndSet(withheld, null)) return;
            watching = withheld;
            watched = request;
        }

        private void passAnswers() {
            try (var in = new DataInputStream(new BufferedInputStream(server.getInputStream()))) {
                while (true) {
                    var message = protocol.message(in);
                    var answered = protocol.answered(message, conversation);
                    var request = watched;
                    var withheld = watching;
                    if (request != null && withheld != null && request.id() == answered) withheld.keep(request);
                    pass(message, client);
                }
            } catch (IOException | InterruptedException ended) {
                end();
            }
        }

        private void pass(byte[] message, Socket to) throws IOException, InterruptedException {
            flowing.await();
            LockSupport.parkNanos(delay.toNanos());
            to.getOutputStream().write(message);
        }

        private void end() {
            for (var socket : new Socket[] {client, server}) {
                open.remove(socket);
                Proxy.close(socket);
            }
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
    public void close() throws IOException {
        entrance.close();
        open.forEach(Proxy::close);
    }
}
