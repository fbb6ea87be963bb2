package thami.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.Version;

/// One document: its state, and the events it raised that Kafka has not acknowledged yet.
public abstract class Aggregate<E> {

    @Version
    private long version; // primitive: 0 is new, so save() inserts and a second insert fails

    private long sequence;
    private List<Outgoing> outbox = new ArrayList<>();
    private @Nullable Instant outboxPendingSince; // sparse index: what the sweeper looks for

    @Transient
    private List<E> raised = new ArrayList<>();

    @Transient
    private boolean onlyStaged; // nothing waited in the outbox when it was staged last

    public abstract Identifier id();

    protected final void raise(E event) {
        raised.add(event);
    }

    /// What has happened since this aggregate was created or loaded.
    public final List<E> raised() {
        return List.copyOf(raised);
    }

    /// Counts the saved changes: what `ETag` and `If-Match` carry.
    public final long version() {
        return version;
    }

    final boolean hasOutgoing() {
        return !outbox.isEmpty();
    }

    /// What was staged last, if nothing else waits before it; otherwise only the document knows what still does.
    final List<Outgoing> staged() {
        return onlyStaged ? List.copyOf(outbox) : List.of();
    }

    /// @param now since when it waits; what it tells of may be older, where it follows a fact that came late
    final void stage(Function<? super E, Outgoing> announcer, Instant now) {
        onlyStaged = outbox.isEmpty();
        raised.forEach(event -> outbox.add(announcer.apply(event).numbered(++sequence)));
        raised.clear();
        if (!outbox.isEmpty() && outboxPendingSince == null) outboxPendingSince = now;
    }
}
