package thami.cohort.intake;

import static thami.cohort.intake.Decision.Verdict.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import thami.cohort.StaffMember;
import thami.cohort.intake.Decision.Verdict;
import thami.cohort.intake.IntakeEvent.ApplicationAdmitted;
import thami.cohort.intake.IntakeEvent.ApplicationDeclined;
import thami.cohort.intake.IntakeEvent.ApplicationWaitlisted;
import thami.cohort.intake.IntakeEvent.DecisionUndone;
import thami.cohort.intake.IntakeEvent.LegalBasisChanged;
import thami.cohort.intake.IntakeEvent.SeatFreed;
import thami.cohort.planning.Cohort;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.Title;
import thami.delivery.Aggregate;

/// The seats of one cohort, and every decision on who is given one.
///
/// Opened with the publication of the call. Each decision is one write of this one document, so no seat is given twice,
/// however many decide at once. Applications that come in do not touch it; a withdrawal does, always, and in the same
/// write frees the seat. Title and seats are those of the cohort's plan, taken over with each decision.
@Document("intakes")
@TypeAlias("intake")
public final class Intake extends Aggregate<IntakeEvent> {

    /// Bounds the document. Withdrawals are noted beyond it: they are not ours to refuse.
    public static final int MOST_DECISIONS = 1_000;

    private final CohortId id;
    private Title title;
    private int seats;
    private @Nullable Long planVersion; // of the cohort; absent: as it was opened
    private List<Decision> decisions = new ArrayList<>();
    private List<Withdrawal> withdrawals = new ArrayList<>();
    private int schemaVersion = 2;

    private Intake(CohortId id, Title title, int seats) {
        this.id = id;
        this.title = title;
        this.seats = seats;
    }

    static Intake open(CohortId id, Title title, int seats) {
        return new Intake(id, title, seats);
    }

    void admit(CandidateId candidate, Seen seen, LegalBasis basis, String reason, StaffMember by, Instant now) {
        var admission = new Decision(candidate, ADMITTED, basis, reason, by, now);
        if (repeatsTheLast(admission)) return;
        refuseUnless(candidate, Standing.WAITING, Standing.WAITLISTED);
        refuseUnlessSeen(candidate, seen);
        if (free() == 0) throw new NoSeatLeft(id);
        note(admission);
        raise(new ApplicationAdmitted(id, title, candidate, basis, reason, by, now));
    }

    void waitlist(CandidateId candidate, Seen seen, String reason, StaffMember by, Instant now) {
        var decision = new Decision(candidate, WAITLISTED, null, reason, by, now);
        if (repeatsTheLast(decision)) return;
        refuseUnless(candidate, Standing.WAITING);
        refuseUnlessSeen(candidate, seen);
        note(decision);
        raise(new ApplicationWaitlisted(id, title, candidate, waitingList().size(), reason, by, now));
    }

    void decline(CandidateId candidate, Seen seen, String reason, StaffMember by, Instant now) {
        var decision = new Decision(candidate, DECLINED, null, reason, by, now);
        if (repeatsTheLast(decision)) return;
        refuseUnless(candidate, Standing.WAITING, Standing.WAITLISTED);
        refuseUnlessSeen(candidate, seen);
        note(decision);
        raise(new ApplicationDeclined(id, title, candidate, reason, by, now));
    }

    /// The person keeps the seat; the certificate will rest on another basis.
    void changeLegalBasis(
            CandidateId candidate, Seen seen, LegalBasis basis, String reason, StaffMember by, Instant now) {
        var change = new Decision(candidate, LEGAL_BASIS_CHANGED, basis, reason, by, now);
        if (repeatsTheLast(change)) return;
        refuseUnless(candidate, Standing.ADMITTED);
        refuseUnlessSeen(candidate, seen);
        if (last(candidate).orElseThrow().legalBasis() == basis) throw new LegalBasisStands(candidate, basis);
        note(change);
        var admission = last(candidate, ADMITTED).orElseThrow();
        raise(new LegalBasisChanged(id, candidate, basis, admission.by(), admission.at(), reason, by, now));
    }

    /// Takes the last decision back: the person waits again, a seat that was given is free again.
    void undo(CandidateId candidate, Seen seen, String reason, StaffMember by, Instant now) {
        var undoing = new Decision(candidate, UNDONE, null, reason, by, now);
        if (repeatsTheLast(undoing)) return;
        refuseUnless(candidate, Standing.ADMITTED, Standing.WAITLISTED, Standing.DECLINED);
        refuseUnlessSeen(candidate, seen);
        var undone = last(candidate).orElseThrow().undone();
        note(undoing);
        raise(new DecisionUndone(id, title, candidate, undone, reason, by, now));
        if (undone == ADMITTED) raise(new SeatFreed(id, candidate, SeatFreed.Because.UNDONE, now));
    }

    /// The applicant's own word, and the last one.
    ///
    /// @return whether that was news
    boolean noteWithdrawal(CandidateId candidate, Instant at) {
        var standing = standing(candidate);
        if (standing == Standing.WITHDRAWN) return false;
        withdrawals.add(new Withdrawal(candidate, at));
        if (standing == Standing.ADMITTED) raise(new SeatFreed(id, candidate, SeatFreed.Because.WITHDRAWN, at));
        return true;
    }

    /// Gives no more seats than these, for a plan that is about to be saved under this version.
    void limit(int seats, long planVersion) {
        if (seats < given()) throw new FewerSeatsThanGiven(id, given());
        this.seats = Math.min(this.seats, seats);
        expect(planVersion);
    }

    /// Its cohort is about to be saved under this version: what was decided by an older one is not saved any more.
    void expect(long planVersion) {
        if (this.planVersion == null || this.planVersion < planVersion) this.planVersion = planVersion;
    }

    /// Was it written for a state of its cohort that is not there?
    boolean isAheadOf(Cohort cohort) {
        return planVersion != null && planVersion > cohort.version();
    }

    /// Takes over what the cohort plans now.
    public Intake following(Cohort cohort) {
        title = cohort.plan().title();
        seats = cohort.plan().seats();
        planVersion = cohort.version();
        return this;
    }

    private void note(Decision decision) {
        if (decisions.size() >= MOST_DECISIONS) throw new TooManyDecisions(id);
        decisions.add(decision);
    }

    private boolean repeatsTheLast(Decision decision) {
        return standing(decision.candidate()) == decision.standing()
                && last(decision.candidate()).filter(decision::repeats).isPresent();
    }

    private void refuseUnless(CandidateId candidate, Standing... expected) {
        var standing = standing(candidate);
        if (!List.of(expected).contains(standing)) throw new StandsOtherwise(candidate, standing);
    }

    private void refuseUnlessSeen(CandidateId candidate, Seen seen) {
        if (!seen.holds(last(candidate))) throw new DecidedMeanwhile(candidate);
    }

    public Standing standing(CandidateId candidate) {
        if (hasWithdrawn(candidate)) return Standing.WITHDRAWN;
        return last(candidate).map(Decision::standing).orElse(Standing.WAITING);
    }

    private boolean hasWithdrawn(CandidateId candidate) {
        return withdrawals.stream()
                .anyMatch(withdrawal -> withdrawal.candidate().equals(candidate));
    }

    private Optional<Decision> last(CandidateId candidate) {
        return history(candidate).reduce((_, later) -> later);
    }

    private Optional<Decision> last(CandidateId candidate, Verdict verdict) {
        return history(candidate)
                .filter(decision -> decision.verdict() == verdict)
                .reduce((_, later) -> later);
    }

    /// Every decision about one person, oldest first.
    public List<Decision> decisionsOn(CandidateId candidate) {
        return history(candidate).toList();
    }

    private Stream<Decision> history(CandidateId candidate) {
        return decisions.stream().filter(decision -> decision.candidate().equals(candidate));
    }

    /// On which basis the certificate of whoever holds a seat now will rest.
    public Optional<LegalBasis> legalBasis(CandidateId candidate) {
        return standing(candidate) == Standing.ADMITTED ? last(candidate).map(Decision::legalBasis) : Optional.empty();
    }

    /// Who is next, next after that, and so on: in the order in which they were put on the list.
    public List<CandidateId> waitingList() {
        return standings(Standing.WAITLISTED);
    }

    /// 1 is next.
    public Optional<Integer> position(CandidateId candidate) {
        var index = waitingList().indexOf(candidate);
        return index < 0 ? Optional.empty() : Optional.of(index + 1);
    }

    public int given() {
        return standings(Standing.ADMITTED).size();
    }

    public int free() {
        return Math.max(0, seats - given());
    }

    public int seats() {
        return seats;
    }

    public Title title() {
        return title;
    }

    private List<CandidateId> standings(Standing standing) {
        Map<CandidateId, Standing> latest = new LinkedHashMap<>();
        for (var decision : decisions) {
            latest.remove(decision.candidate()); // put back at the end: the order is that of the decisions that count
            latest.put(decision.candidate(), decision.standing());
        }
        withdrawals.forEach(withdrawal -> latest.remove(withdrawal.candidate()));
        latest.values().removeIf(counts -> counts != standing);
        return List.copyOf(latest.keySet());
    }

    @Override
    public CohortId id() {
        return id;
    }

    record Withdrawal(CandidateId candidate, Instant at) {}
}
