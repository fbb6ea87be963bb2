package thami.platform;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;

/// How many documents match, asked as drivers do: by an aggregate of a match and a sum.
///
/// The server would read the whole collection for that; for the command that was meant for it, it finds by indexes.
record Counting(Document command, String namespace) {

    private static final Document SUM =
            new Document("$group", new Document("_id", 1).append("n", new Document("$sum", 1)));

    /// Empty if something else is aggregated.
    static Optional<Counting> of(String database, Document aggregate) {
        if (!(aggregate.get("pipeline") instanceof List<?> stages) || stages.isEmpty() || !SUM.equals(stages.getLast()))
            return Optional.empty();
        var collection = String.valueOf(aggregate.get("aggregate"));
        var count = new Document("count", collection);
        for (var stage : stages.subList(0, stages.size() - 1))
            if (!(stage instanceof Document one) || !added(one, count)) return Optional.empty();
        return Optional.of(new Counting(count, database + "." + collection));
    }

    /// A count matches, then skips, then limits: stages in another order are something else.
    private static boolean added(Document stage, Document count) {
        var name = stage.size() == 1 ? stage.keySet().iterator().next() : "";
        var comesTooLate = switch (name) {
            case "$match" -> count.size() > 1;
            case "$skip" -> count.containsKey("skip") || count.containsKey("limit");
            case "$limit" -> count.containsKey("limit");
            default -> true;
        };
        if (comesTooLate) return false;
        count.append(name.equals("$match") ? "query" : name.substring(1), stage.get(name));
        return true;
    }

    /// The count's answer in the form in which the aggregate's is expected.
    Document answer(Document counted) {
        if (!(counted.get("n") instanceof Number number)) return counted; // an error
        var batch = number.longValue() == 0 ? List.<Document>of() : List.of(new Document("_id", 1).append("n", number));
        return new Document(
                        "cursor",
                        new Document("firstBatch", batch).append("id", 0L).append("ns", namespace))
                .append("ok", 1.0);
    }
}
