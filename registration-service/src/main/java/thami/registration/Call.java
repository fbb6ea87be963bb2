package thami.registration;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/// The invitation to apply for one cohort, as far as it has been heard of here; cohort-service owns it.
///
/// The newest notice counts, whichever comes last. That a call was closed or its cohort cancelled may be
/// heard before the notice itself, waits here for it, and is never taken back by an old one.
@Document("calls")
@TypeAlias("call")
public final class Call {

    /// What a call says to somebody who wants to apply now.
    public enum Phase {
        ANNOUNCED,
        OPEN,
        CLOSED,
        CANCELLED
    }

    @Id
    private final CallId id;

    @Version
    private long version;

    private int schemaVersion = 1;
    private long sequence; // of the newest notice
    private @Nullable CallNotice notice;
    private @Nullable Instant closedAt;
    private @Nullable Instant cancelledAt;
    private @Nullable Instant acceptsUntil; // indexed: which calls are still of interest

    private Call(CallId id) {
        this.id = id;
    }

    /// One of which nothing is known yet.
    static Call unheardOf(CallId id) {
        return new Call(id);
    }

    /// @param sequence the place of this notice among all that was announced of the call
    /// @return whether it was news
    boolean announce(CallNotice notice, long sequence) {
        if (sequence <= this.sequence) return false;
        this.sequence = sequence;
        this.notice = notice;
        settle();
        return true;
    }

    /// @return whether it was news
    boolean close(Instant at) {
        if (closedAt != null) return false;
        closedAt = at;
        settle();
        return true;
    }

    /// @return whether it was news
    boolean cancel(Instant at) {
        if (cancelledAt != null) return false;
        cancelledAt = at;
        settle();
        return true;
    }

    /// The earliest of whatever ends the window. Nothing ends before it was announced.
    private void settle() {
        if (notice == null) return;
        acceptsUntil = earlier(earlier(notice.closesAt(), closedAt), cancelledAt);
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }

    /// @throws CallNotOpen before its window, after it, and once the cohort is cancelled
    /// @throws NotATargetGroup if the call is for others
    Application receive(ApplicationId application, Submission sent, Instant now) {
        var phase = phase(now);
        if (phase != Phase.OPEN)
            throw new CallNotOpen(id, phase, phase == Phase.ANNOUNCED ? opensAt() : acceptsUntil());
        var group = sent.applicant().targetGroup();
        if (!notice().targetGroups().contains(group)) throw new NotATargetGroup(id, group);
        return Application.submit(application, sent, now);
    }

    public Phase phase(Instant now) {
        if (cancelledAt != null) return Phase.CANCELLED;
        if (!now.isBefore(acceptsUntil())) return Phase.CLOSED; // also when it was closed before it opened
        return now.isBefore(opensAt()) ? Phase.ANNOUNCED : Phase.OPEN;
    }

    public CallId id() {
        return id;
    }

    public boolean isAnnounced() {
        return notice != null;
    }

    /// @throws NullPointerException unless the call is announced
    public CallNotice notice() {
        return requireNonNull(notice, "not announced yet");
    }

    private Instant opensAt() {
        return notice().opensAt();
    }

    /// The first instant at which it is, or was, too late.
    public Instant acceptsUntil() {
        return requireNonNull(acceptsUntil, "not announced yet");
    }

    public Optional<Instant> cancelledAt() {
        return Optional.ofNullable(cancelledAt);
    }
}
