package thami.platform;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// Looks up by `_id` whatever else is asked of the document.
///
/// The server does so only where nothing else is asked: for each save that names a version, and each outbox that is
/// cleared, it would read the whole collection.
final class CollectionById extends H2Collection {

    CollectionById(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> figures,
            CursorRegistry cursors) {
        super(database, name, options, documents, figures, cursors);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batch, @Nullable Document fields) {
        var id = id(query);
        var index = byId();
        return id.isEmpty() || index.isEmpty()
                ? super.queryDocuments(query, order, skip, limit, batch, fields)
                : matchDocuments(
                        query,
                        index.get().getPositions(new Document("_id", id.get())),
                        order,
                        skip,
                        limit,
                        batch,
                        fields);
    }

    private Optional<Index<Object>> byId() {
        return getIndexes().stream()
                .filter(index -> index.getKeys().size() == 1
                        && index.getKeys().getFirst().getKey().equals("_id"))
                .findFirst();
    }

    /// The one that every match must have: asked for beside the rest, or as a part of `$and`.
    private static Optional<Object> id(Document query) {
        var parts = query.get("$and") instanceof Collection<?> all ? all.stream() : Stream.empty();
        return Stream.concat(Stream.of(query), parts)
                .map(part -> part instanceof Document document ? document.get("_id") : null)
                .filter(Objects::nonNull)
                .filter(CollectionById::isValue)
                .map(Object.class::cast)
                .findFirst();
    }

    /// Not an operator, a pattern or a list.
    private static boolean isValue(Object id) {
        return !(id instanceof Document || id instanceof Collection || id instanceof BsonRegularExpression);
    }
}
