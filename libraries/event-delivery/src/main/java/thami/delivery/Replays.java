package thami.delivery;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import thami.delivery.DeadLetter.Replay;
import thami.delivery.DeadLetter.ReplayedBy;

/// Who has had which dead letter handled again, and when, in the service's own store.
///
/// It outlives the letter: whoever replaces data can tell a handler what nobody has announced, and who did what among
/// it.
final class Replays {

    private static final Logger log = LoggerFactory.getLogger(Replays.class);
    private static final String COLLECTION = "deadLetterReplays";

    private final MongoOperations mongo;
    private final Clock clock;

    Replays(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /// Before the handler gets the letter: whatever dies then, nothing was handled without a trace.
    ///
    /// @param replacement the data in place of the letter's own
    void note(String letter, ReplayedBy by, byte @Nullable [] replacement) {
        var replay = new Document("at", now()).append("issuer", by.issuer()).append("sub", by.sub());
        if (replacement == null) {
            log.info("{} is handled once more", letter);
        } else {
            var sha256 = sha256(replacement);
            replay.append("replacedBySha256", sha256);
            log.warn("{} is handled once more, with other data: SHA-256 {}", letter, sha256);
        }
        mongo.upsert(of(letter), new Update().push("replays", replay), COLLECTION);
    }

    /// The handler took it.
    void taken(String letter) {
        mongo.upsert(of(letter), new Update().set("at", now()), COLLECTION);
    }

    /// @param takenAt when the handler last took it
    record Kept(@Nullable Instant takenAt, List<Replay> replays) {}

    /// Of a letter that was replayed before there were names, the time alone is known.
    Kept read(String letter) {
        var kept = mongo.findById(letter, Document.class, COLLECTION);
        if (kept == null) return new Kept(null, List.of());
        var takenAt = kept.getDate("at");
        var replays = kept.getList("replays", Document.class, List.of());
        return new Kept(
                takenAt == null ? null : takenAt.toInstant(),
                replays.stream().map(Replays::replay).toList());
    }

    private static Replay replay(Document kept) {
        return new Replay(
                kept.getDate("at").toInstant(),
                new ReplayedBy(kept.getString("issuer"), kept.getString("sub")),
                kept.getString("replacedBySha256"));
    }

    private static Query of(String letter) {
        return Query.query(Criteria.where("_id").is(letter));
    }

    private Date now() {
        return Date.from(clock.instant());
    }

    private static String sha256(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
