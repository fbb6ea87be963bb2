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
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// Finds by `_id` and by the indexes, whatever else is asked of the document.
///
/// The server does so only where nothing else is asked: for each save that names a version, and each outbox that is
/// cleared, it would read the whole collection.
final class IndexedCollection extends H2Collection {

    IndexedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> figures,
            CursorRegistry cursors) {
        super(database, name, options, documents, figures, cursors);
    }

    @Override
    protected synchronized QueryResult queryDocuments( // a count does not ask for the lock itself
            Document query, @Nullable Document order, int skip, int limit, int batch, @Nullable Document fields) {
        var asked = asked(query);
        var index = byId();
        if (isValue(asked.get("_id")) && index.isPresent()) {
            var one = index.get().getPositions(new Document("_id", asked.get("_id")));
            return matchDocuments(query, one, order, skip, limit, batch, fields);
        }
        var found = getIndexes().stream()
                .flatMap(any ->
                        any instanceof SortedIndex sorted ? sorted.candidates(asked, order).stream() : Stream.empty())
                .max(Comparator.comparing(SortedIndex.Candidates::worth));
        if (found.isEmpty()) return super.queryDocuments(query, order, skip, limit, batch, fields);
        var left = found.get().sorted() ? null : order;
        return matchDocuments(query, found.get().positions(), left, skip, limit, batch, fields);
    }

    private Optional<Index<Object>> byId() {
        return getIndexes().stream()
                .filter(index -> index.getKeys().size() == 1
                        && index.getKeys().getFirst().getKey().equals("_id"))
                .findFirst();
    }

    /// What every match must fulfil, by field: asked for beside the rest, or as a part of `$and`. Of a field that is
    /// asked for more than once, the first.
    private static Map<String, Object> asked(Document query) {
        var asked = new HashMap<String, Object>(query);
        if (query.get("$and") instanceof Collection<?> all)
            for (var part : all) if (part instanceof Document document) document.forEach(asked::putIfAbsent);
        return asked;
    }

    /// Not an operator, a pattern or a list.
    private static boolean isValue(@Nullable Object id) {
        return id != null
                && !(id instanceof Document || id instanceof Collection || id instanceof BsonRegularExpression);
    }
}
