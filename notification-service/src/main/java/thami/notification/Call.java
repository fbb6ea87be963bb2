package thami.notification;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/// What mails say about a call: its title, whether it is a sample, when and where its cohort takes place, and whether
/// that is called off. A view of what cohort-service published.
@Document("calls")
@TypeAlias("call")
public final class Call {

    @Id
    private final CallId id;

    @Version
    private long version;

    private int schemaVersion = 1;
    private @Nullable Title title; // unknown only while its publication lies among the dead letters
    private boolean sample;
    private long sequence;
    private @Nullable TimeAndPlace when;
    private @Nullable Instant cancelledAt;

    private Call(CallId id) {
        this.id = id;
    }

    static Call unheardOf(CallId id) {
        return new Call(id);
    }

    /// Takes over a newer state; the facts carry the full state, so an older one adds nothing.
    ///
    /// @return whether anything changed
    boolean update(CallNews news) {
        if (news.sequence() <= sequence) return false;
        title = news.title();
        sample = news.sample();
        when = news.when();
        sequence = news.sequence();
        return true;
    }

    /// Not if an earlier time and place is unknown, as of calls that were stored before these were kept.
    boolean isMovedBy(CallNews news) {
        return news.sequence() > sequence && when != null && !when.equals(news.when());
    }

    /// @return whether that is news
    boolean cancel(Instant at) {
        if (cancelledAt != null) return false;
        cancelledAt = at;
        return true;
    }

    public CallId id() {
        return id;
    }

    public Optional<Title> title() {
        return Optional.ofNullable(title);
    }

    /// As of now, if it takes place and that is known.
    public Optional<TimeAndPlace> when() {
        return isCancelled() ? Optional.empty() : Optional.ofNullable(when);
    }

    public boolean isSample() {
        return sample;
    }

    public boolean isCancelled() {
        return cancelledAt != null;
    }
}
