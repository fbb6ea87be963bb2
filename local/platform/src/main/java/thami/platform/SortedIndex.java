package thami.platform;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An index that is not unique, which the server does not have: it would read the whole collection for each query
/// by a field, and for each look for what is pending.
///
/// Kept in memory, and made from the documents when the store is opened. What it finds are candidates, for the
/// server compares each with the query: it may find too many, never too few.
final class SortedIndex extends Index<Object> {

    private static final Comparator<Object> VALUES = ValueComparator.ascWithoutListHandling();

    private final boolean onlyWithValue;
    private final NavigableSet<Entry> entries = new TreeSet<>();

    /// Candidates whatever is asked: documents with a list or something else in a field that has no order here.
    private final Set<Object> always = new HashSet<>();

    SortedIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, true); // sparse, as the server sees it: a document need not be in it
        this.onlyWithValue = sparse;
    }

    /// Where to look for what a query asks.
    ///
    /// @param sorted whether they come in the order that is asked for
    /// @param worth the better the narrower
    record Candidates(Iterable<Object> positions, boolean sorted, int worth) {}

    /// @param asked what every match must fulfil, by field
    /// @param order what the matches are to be sorted by, or null
    Optional<Candidates> candidates(Map<String, Object> asked, @Nullable Document order) {
        var equal = new ArrayList<@Nullable Object>();
        for (var key : keys()) {
            if (!hasOrder(asked.get(key))) break;
            equal.add(asked.get(key));
        }
        var next = equal.size() < keys().size() ? asked.get(keys().get(equal.size())) : null;
        var oneOf = oneOf(next);
        if (!oneOf.isEmpty()) return Optional.of(whereNextIs(oneOf, equal));
        var range = Range.of(next);
        if (onlyWithValue && equal.isEmpty() && range == null) return Optional.empty();
        var direction = direction(order, equal.size());
        if (equal.isEmpty() && range == null && direction == 0) return Optional.empty();
        var found = entries.subSet(
                Entry.before(equal, range == null ? null : range.from()),
                false,
                Entry.after(equal, range == null ? null : range.to()),
                false);
        var worth = 4 * equal.size() + (range == null ? 0 : 2) + Math.abs(direction);
        return Optional.of(new Candidates(
                positions(List.of(direction < 0 ? found.descendingSet() : found)), direction != 0, worth));
    }

    private Candidates whereNextIs(Set<Object> oneOf, List<@Nullable Object> equal) {
        var found = oneOf.stream()
                .map(value -> entries.subSet(Entry.before(equal, value), false, Entry.after(equal, value), false))
                .toList();
        return new Candidates(positions(found), false, 4 * equal.size() + 3);
    }

    /// What `$in` lists, equal ones once: nobody is found twice. None if there is something that has no order here.
    private static Set<Object> oneOf(@Nullable Object asked) {
        var oneOf = new TreeSet<>(VALUES);
        if (asked instanceof Document operators
                && operators.get("$in") instanceof Collection<?> all
                && all.stream().allMatch(SortedIndex::hasOrder)) oneOf.addAll(all);
        return oneOf;
    }

    private Iterable<Object> positions(List<NavigableSet<Entry>> found) {
        return () -> Stream.concat(found.stream().flatMap(Set::stream).map(Entry::position), always.stream())
                .iterator();
    }

    /// 1 if the entries behind so many equal values stand in that order, -1 if they do backwards, else 0.
    private int direction(@Nullable Document order, int equal) {
        if (order == null || order.isEmpty() || !always.isEmpty()) return 0;
        var rest = keys().subList(equal, keys().size());
        var wanted = List.copyOf(order.keySet());
        if (wanted.size() > rest.size() || !rest.subList(0, wanted.size()).equals(wanted)) return 0;
        var directions = order.values().stream()
                .map(value -> value instanceof Number number ? Integer.signum(number.intValue()) : 0)
                .distinct()
                .toList();
        return directions.size() == 1 ? directions.getFirst() : 0;
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        add(values(document), position);
    }

    private void add(List<@Nullable Object> values, Object position) {
        if (values.stream().anyMatch(value -> value != null && !hasOrder(value))) always.add(position);
        else if (!onlyWithValue || values.stream().anyMatch(Objects::nonNull))
            entries.add(new Entry(values, position, 0));
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        var values = values(before);
        if (values.equals(values(after))) return;
        remove(values, position);
        add(values(after), position);
    }

    @Override
    public @Nullable Object remove(Document document) {
        remove(values(document), document.get("_id"));
        return null; // as an index does that does not know where the document lies
    }

    private void remove(List<@Nullable Object> values, @Nullable Object position) {
        if (!always.remove(position)) entries.remove(new Entry(values, position, 0));
    }

    private List<@Nullable Object> values(Document document) {
        var values = new ArrayList<@Nullable Object>();
        for (var key : keys()) {
            var value = Utils.getSubdocumentValueCollectionAware(document, key);
            values.add(Missing.isNullOrMissing(value) ? null : value);
        }
        return values;
    }

    private static boolean hasOrder(@Nullable Object value) {
        return value instanceof Number
                || value instanceof String
                || value instanceof UUID
                || value instanceof ObjectId
                || value instanceof Instant
                || value instanceof Boolean;
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public boolean canHandle(Document query) {
        return false; // asked by IndexedCollection, which knows the order too
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {}

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {}

    @Override
    public long getCount() {
        return entries.size();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        entries.clear();
    }

    /// Bounds of a value that are asked for; null is none.
    private record Range(@Nullable Object from, @Nullable Object to) {

        static @Nullable Range of(@Nullable Object asked) {
            if (!(asked instanceof Document operators)) return null;
            if (hasOrder(operators.get("$eq"))) return new Range(operators.get("$eq"), operators.get("$eq"));
            var from = first(operators, "$gte", "$gt");
            var to = first(operators, "$lte", "$lt");
            return from == null && to == null ? null : new Range(from, to);
        }

        private static @Nullable Object first(Document operators, String... names) {
            for (var name : names) if (hasOrder(operators.get(name))) return operators.get(name);
            return null;
        }
    }

    /// @param side -1 before all that begin with these values, 1 after them, 0 a document's own
    private record Entry(
            List<@Nullable Object> values, @Nullable Object position, int side) implements Comparable<Entry> {

        static Entry before(List<@Nullable Object> equal, @Nullable Object from) {
            return new Entry(with(equal, from), null, -1);
        }

        static Entry after(List<@Nullable Object> equal, @Nullable Object to) {
            return new Entry(with(equal, to), null, 1);
        }

        private static List<@Nullable Object> with(List<@Nullable Object> equal, @Nullable Object next) {
            if (next == null) return equal;
            var all = new ArrayList<>(equal);
            all.add(next);
            return all;
        }

        @Override
        public int compareTo(Entry other) {
            var both = Math.min(values.size(), other.values.size());
            for (var i = 0; i < both; i++) {
                var difference = VALUES.compare(values.get(i), other.values.get(i));
                if (difference != 0) return difference;
            }
            if (side != other.side) return Integer.compare(side, other.side);
            return VALUES.compare(position, other.position);
        }
    }
}
