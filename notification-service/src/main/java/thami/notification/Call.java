package thami.notification;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/// What mails say about a call: its title, and whether it is a sample. A view of what cohort-service published.
@Document("calls")
@TypeAlias("call")
public final class Call {

    @Id
    private final CallId id;

    @Version
    private long version;

    private int schemaVersion = 1;
    private Title title;
    private boolean sample;
    private long sequence;

    Call(CallId id, Title title, boolean sample, long sequence) {
        this.id = id;
        this.title = title;
        this.sample = sample;
        this.sequence = sequence;
    }

    /// Takes over a newer state; the facts carry the full state, so an older one adds nothing.
    ///
    /// @return whether anything changed
    boolean update(Title title, boolean sample, long sequence) {
        if (sequence <= this.sequence) return false;
        this.title = title;
        this.sample = sample;
        this.sequence = sequence;
        return true;
    }

    public CallId id() {
        return id;
    }

    public Title title() {
        return title;
    }

    public boolean isSample() {
        return sample;
    }
}
