package thami.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/// Takes every mail, keeps none, and knows when it was taken: the time just before the 250.
final class Sink implements AutoCloseable {

    private final Map<String, Mails> expected = new ConcurrentHashMap<>();
    private final AtomicInteger taken = new AtomicInteger();
    private final SMTPServer server;
    private volatile long last;
    private volatile boolean open = true;

    private Sink(int port) {
        server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .insertReceivedHeaders(false)
                .connectionTimeout(1, TimeUnit.HOURS) // a side that is frozen meanwhile finds its connections there
                .messageHandlerFactory(_ -> new Handler())
                .build();
        server.start();
    }

    static Sink start(int port) {
        return new Sink(port);
    }

    int port() {
        return server.getPortAllocated();
    }

    /// Mails to somebody who waits for them; of copies none is expected here.
    static final class Mails {

        private final CountDownLatch missing;
        private volatile long at;

        private Mails(int number) {
            missing = new CountDownLatch(number);
        }

        /// When the last one was taken, by `System.nanoTime`.
        long await(long seconds) throws InterruptedException {
            if (!missing.await(seconds, TimeUnit.SECONDS))
                throw new IllegalStateException(missing.getCount() + " mails are missing");
            return at;
        }
    }

    Mails expect(String address, int number) {
        var mails = new Mails(number);
        expected.put(address, mails);
        return mails;
    }

    int taken() {
        return taken.get();
    }

    /// When the latest mail was taken.
    long last() {
        return last;
    }

    /// Lets the senders wait before the answer to their next mail, or go on.
    void open(boolean open) {
        this.open = open;
    }

    @Override
    public void close() {
        open = true;
        server.stop();
    }

    private final class Handler implements MessageHandler {

        private String recipient = "";

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String recipient) {
            this.recipient = recipient;
        }

        @Override
        public String data(InputStream message) throws IOException {
            message.transferTo(OutputStream.nullOutputStream());
            while (!open) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            last = System.nanoTime();
            taken.incrementAndGet();
            var mails = expected.get(recipient);
            if (mails != null) {
                mails.at = last;
                mails.missing.countDown();
            }
            return "taken";
        }

        @Override
        public void done() {}
    }
}
