package thami.platform;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ObjectDataType;

/// Answers no command before everything it did or saw is in the file.
///
/// A write touches several maps (document, indexes, sizes); a commit in the middle, followed by a kill, would
/// leave half of it. So writes hold the shared lock and a commit the exclusive one. Whoever commits does so for
/// all that wait: one commit serves many writers. Readers wait too where they may have seen what is not yet in
/// the file.
///
/// Without space nothing is begun: a commit that fails closes the file for good.
final class DurableBackend extends H2Backend {

    private static final Set<String> READS = Set.of(
            "find",
            "getmore",
            "count",
            "distinct",
            "listcollections",
            "listindexes",
            "listdatabases",
            "collstats",
            "dbstats",
            "killcursors",
            "validate");
    private static final Set<String> WITHOUT_DOCUMENTS = Set.of(
            "hello",
            "ismaster",
            "ping",
            "buildinfo",
            "whatsmyuri",
            "serverstatus",
            "endsessions",
            "getlog",
            "hostinfo",
            "connectionstatus",
            "getcmdlineopts",
            "getfreemonitoringstatus",
            "replsetgetstatus");

    private final BooleanSupplier space;
    private final Consumer<Throwable> broken;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final AtomicLong begun = new AtomicLong();
    private volatile long committed;

    DurableBackend(MVStore store, BooleanSupplier space, Consumer<Throwable> broken) {
        super(store);
        this.space = space;
        this.broken = broken;
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        var name = command.toLowerCase(Locale.ROOT);
        if (name.equals("hello")) return hello(channel, database, query);
        if (WITHOUT_DOCUMENTS.contains(name)) return super.handleCommand(channel, database, command, query);
        if (name.equals("aggregate")) {
            var counting = Counting.of(database, query);
            if (counting.isPresent()) return count(channel, database, counting.get());
        }
        // None of the services writes by an aggregate.
        if (!READS.contains(name) && !name.equals("aggregate") && !space.getAsBoolean()) return outOfDiskSpace();
        try {
            return READS.contains(name)
                    ? super.handleCommand(channel, database, command, query)
                    : write(channel, database, command, query);
        } finally {
            commit(begun.get());
        }
    }

    /// The present name of `isMaster`, which the server does not know yet; health checks ask by it.
    private Document hello(Channel channel, String database, Document query) {
        return super.handleCommand(channel, database, "ismaster", query).append("isWritablePrimary", true);
    }

    private Document count(Channel channel, String database, Counting counting) {
        return counting.answer(handleCommand(channel, database, "count", counting.command()));
    }

    private static Document outOfDiskSpace() {
        return new Document("ok", 0)
                .append("errmsg", "the disk is nearly full")
                .append("code", 14031)
                .append("codeName", "OutOfDiskSpace");
    }

    private Document write(Channel channel, String database, String command, Document query) {
        lock.readLock().lock();
        try {
            begun.incrementAndGet();
            return super.handleCommand(channel, database, command, query);
        } finally {
            lock.readLock().unlock();
        }
    }

    private void commit(long upTo) {
        if (committed >= upTo) return;
        lock.writeLock().lock();
        try {
            if (committed >= upTo) return;
            var all = begun.get();
            getMvStore().commit();
            committed = all;
        } catch (MVStoreException e) {
            broken.accept(e);
            throw e;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// Rewrites chunks that are mostly dead, so that their space can be used again.
    void tidy() {
        if (!space.getAsBoolean()) return;
        lock.writeLock().lock();
        try {
            getMvStore().compact(60, 4 * 1024 * 1024);
        } catch (MVStoreException e) {
            broken.accept(e);
            throw e;
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new BsonDatabase(name, getMvStore(), getCursorRegistry());
    }

    private static final class BsonDatabase extends H2Database {

        // H2Database's prefixes of its maps
        private static final String DOCUMENTS_OF = "databases.";
        private static final String META_OF = "meta.";

        private final MVStore store;

        BsonDatabase(String name, MVStore store, CursorRegistry cursors) {
            this.store = store; // first: the superclass opens collections in its constructor
            super(name, store, cursors);
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
            // Opened here with our type; H2Database then finds it open.
            store.openMap(
                    DOCUMENTS_OF + getFullCollectionNamespace(collection),
                    new MVMap.Builder<Object, Document>()
                            .keyType(new ObjectDataType())
                            .valueType(new DocumentType()));
            var documents = store.<Object, Document>openMap(DOCUMENTS_OF + getFullCollectionNamespace(collection));
            var figures = store.<String, Object>openMap(META_OF + getFullCollectionNamespace(collection));
            return new IndexedCollection(this, collection, options, documents, figures, cursorRegistry);
        }

        @Override
        protected Index<Object> openOrCreateSecondaryIndex(
                String collection, String name, List<IndexKey> keys, boolean sparse) {
            return new SortedIndex(name, keys, sparse);
        }
    }
}
