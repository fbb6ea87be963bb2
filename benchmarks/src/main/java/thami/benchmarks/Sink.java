package thami.benchmarks;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/// Takes every mail, keeps none, and knows when it was taken: the time just before the 250. One that comes again, under
/// the Message-ID that it had, is a copy and stands in for no other.
final class Sink implements AutoCloseable {

    private final Map<String, Mails> expected = new ConcurrentHashMap<>();
    private final AtomicInteger copies = new AtomicInteger();
    private final SMTPServer server;
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

    /// Mails to somebody who waits for them.
    static final class Mails {

        private final Set<String> taken = ConcurrentHashMap.newKeySet();
        private final CountDownLatch missing;
        private volatile long at;

        private Mails(int number) {
            missing = new CountDownLatch(number);
        }

        /// When the last one was taken, by `System.nanoTime`.
        long await(long seconds) throws InterruptedException {
            if (!missing.await(seconds, TimeUnit.SECONDS))
                throw new IllegalStateException(missing() + " mails are missing");
            return at;
        }

        /// Whether all have been taken at this time, by `System.nanoTime`, at the latest.
        boolean areThereBy(long deadline) throws InterruptedException {
            return missing.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        int missing() {
            return (int) missing.getCount();
        }

        /// When the latest of them was taken so far, by `System.nanoTime`.
        long at() {
            return at;
        }

        /// @return whether it is no copy
        private boolean take(String id) {
            if (!taken.add(id)) return false;
            at = System.nanoTime();
            missing.countDown();
            return true;
        }
    }

    Mails expect(String address, int number) {
        var mails = new Mails(number);
        expected.put(address, mails);
        return mails;
    }

    /// How many have come again so far, of those that somebody waited for.
    int copies() {
        return copies.get();
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
            var id = id(message);
            message.transferTo(OutputStream.nullOutputStream());
            while (!open) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            var mails = expected.get(recipient);
            if (mails != null && !mails.take(id)) copies.incrementAndGet();
            return "taken";
        }

        /// Reads on as far as the words begin.
        private static String id(InputStream message) throws IOException {
            try {
                return String.valueOf(new InternetHeaders(message).getHeader("Message-ID", null));
            } catch (MessagingException unreadable) {
                throw new IOException(unreadable);
            }
        }

        @Override
        public void done() {}
    }
}
