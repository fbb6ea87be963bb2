package thami.platform;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/// A document store that speaks MongoDB's protocol, for one machine: in a file, or in memory for tests.
///
/// What it acknowledged is in the file and survives a kill of the process; it is not synced, so a loss of power
/// may take the last moments. It has no transactions and no TTL, and keeps most indexes in memory: for demonstration
/// and tests, not for growing data.
///
/// While the disk is nearly full it refuses to write, with MongoDB's code for that, and goes on reading; once there
/// is space again it writes again.
public final class DocumentStore implements AutoCloseable {

    /// Left to the others on this disk: a broker that cannot write ends.
    private static final long RESERVED_BYTES = 64L * 1024 * 1024;

    private final MongoServer server;
    private final int port;
    private final @Nullable ScheduledExecutorService tidier;

    private DocumentStore(DurableBackend backend, int port, boolean inFile) {
        this.server = new MongoServer(backend);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, 4);
        this.port = server.getLocalAddress().getPort();
        this.tidier = inFile ? tidier(backend) : null;
    }

    /// Nothing is kept; a port of its own choice.
    public static DocumentStore inMemory() {
        return new DocumentStore(new DurableBackend(MVStore.open(null), () -> true, _ -> {}), 0, false);
    }

    /// Opens or creates the store in this folder; port 0 is one of its own choice.
    ///
    /// @throws IllegalStateException when another process has it open, or the file is damaged
    public static DocumentStore open(Path folder, int port) {
        return open(folder, port, () -> hasSpace(folder), _ -> {});
    }

    /// @param space whether there is space to write
    /// @param broken told when the file could not be written nevertheless; from then on everything is refused
    static DocumentStore open(Path folder, int port, BooleanSupplier space, Consumer<Throwable> broken) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var backend = new DurableBackend(file(folder.resolve("documents.mv")), space, broken);
        return new DocumentStore(backend, port, true);
    }

    /// Asked before every write, so by one system call: `Files.getFileStore` would read the list of all mounts.
    static boolean hasSpace(Path folder) {
        return folder.toFile().getUsableSpace() > RESERVED_BYTES;
    }

    private static MVStore file(Path file) {
        try {
            return new MVStore.Builder()
                    .fileName(file.toString())
                    .autoCommitDisabled() // DurableBackend commits, and nothing else: never half a write
                    .autoCommitBufferSize(0)
                    .cacheSize(32)
                    .open();
        } catch (org.h2.mvstore.MVStoreException e) {
            throw new IllegalStateException("Cannot open the document store %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static ScheduledExecutorService tidier(DurableBackend backend) {
        var tidier = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("document-store-tidier").factory());
        tidier.scheduleWithFixedDelay(backend::tidy, 5, 5, TimeUnit.SECONDS);
        return tidier;
    }

    public int port() {
        return port;
    }

    /// The address for `THAMI_MONGODB_URI`, without a database.
    public String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        if (tidier != null) tidier.close();
        server.shutdownNow();
    }
}
