package thami.cohort.planning;

import static thami.cohort.planning.Cohort.Status.*;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import thami.cohort.planning.CohortEvent.CallChanged;
import thami.cohort.planning.CohortEvent.CallClosed;
import thami.cohort.planning.CohortEvent.CallPublished;
import thami.cohort.planning.CohortEvent.CohortCancelled;
import thami.delivery.Aggregate;

/// One run of the programme, and the call that invites people to it.
///
/// Planned, then published: from then on everyone who offers the call is told every change in full, and curriculum and
/// rules stand. Its window ends by itself; staff may close it earlier, for good, or cancel the cohort altogether.
@Document("cohorts")
@TypeAlias("cohort")
public final class Cohort extends Aggregate<CohortEvent> {

    public enum Status {
        PLANNED,
        PUBLISHED,
        CLOSED,
        CANCELLED
    }

    private final CohortId id;
    private final String plannedAs;
    private Plan plan;
    private String order;
    private Status status = PLANNED;
    private @Nullable Instant closedAt;
    private @Nullable Instant cancelledAt;
    private @Nullable String cancelledBecause;
    private int schemaVersion = 1;

    private Cohort(CohortId id, String plannedAs, Plan plan) {
        this.id = id;
        this.plannedAs = plannedAs;
        this.plan = plan;
        this.order = orderOf(id, plan);
    }

    /// @param plannedAs fingerprint of the request, so that a repeat is told from another plan under the same key
    static Cohort plan(CohortId id, String plannedAs, Plan plan) {
        refuseFlaws(plan);
        return new Cohort(id, plannedAs, plan);
    }

    void change(Plan changed, Instant now) {
        if (plan.equals(changed)) return;
        refuseFlaws(changed);
        if (status == CANCELLED) throw new CohortIsCancelled(id);
        if (isAnnounced() && changed.leavesFoundationsOf(plan)) throw new FoundationsStand(id);
        if (isClosed() && !changed.window().equals(plan.window())) throw new CallIsClosed(id);
        plan = changed;
        order = orderOf(id, changed);
        if (isAnnounced()) raise(new CallChanged(id, changed, now));
    }

    void publish(Instant now) {
        if (status == PUBLISHED) return;
        if (status == CANCELLED) throw new CohortIsCancelled(id);
        if (status == CLOSED) throw new CallIsClosed(id);
        if (plan.window().isOverAt(now)) throw new CallIsOver(id);
        status = PUBLISHED;
        raise(new CallPublished(id, plan, now));
    }

    void close(Instant now) {
        if (status == CLOSED) return;
        if (status == CANCELLED) throw new CohortIsCancelled(id);
        if (status == PLANNED) throw new NotPublished(id);
        status = CLOSED;
        closedAt = now;
        raise(new CallClosed(id, now));
    }

    /// Whoever completed something keeps it: participations are not touched.
    void cancel(String reason, Instant now) {
        if (status == CANCELLED) return;
        if (isAnnounced()) raise(new CohortCancelled(id, reason, now));
        status = CANCELLED;
        cancelledAt = now;
        cancelledBecause = reason;
    }

    private boolean isAnnounced() {
        return status == PUBLISHED || status == CLOSED;
    }

    boolean wasPlannedAs(String fingerprint) {
        return plannedAs.equals(fingerprint);
    }

    private static void refuseFlaws(Plan plan) {
        var flaws = plan.flaws();
        if (!flaws.isEmpty()) throw new FlawedPlan(flaws);
    }

    private static String orderOf(CohortId id, Plan plan) {
        return plan.period().startsOn() + "/" + id.value();
    }

    @Override
    public CohortId id() {
        return id;
    }

    public Plan plan() {
        return plan;
    }

    public Status status() {
        return status;
    }

    public boolean isClosed() {
        return status == CLOSED;
    }

    public boolean isCancelled() {
        return status == CANCELLED;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public @Nullable Instant cancelledAt() {
        return cancelledAt;
    }

    public @Nullable String cancelledBecause() {
        return cancelledBecause;
    }

    /// Where it stands in lists: by first day, then by id. Also the cursor of a page.
    public String order() {
        return order;
    }
}
