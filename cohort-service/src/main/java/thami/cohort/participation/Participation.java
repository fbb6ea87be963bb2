package thami.cohort.participation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import thami.cohort.StaffMember;
import thami.cohort.participation.Enrolment.Replanned;
import thami.cohort.participation.ParticipationEvent.ModuleCompleted;
import thami.cohort.participation.ParticipationEvent.ModuleCompletionCorrected;
import thami.cohort.participation.ParticipationEvent.ParticipantEnrolled;
import thami.cohort.participation.ParticipationEvent.ParticipationEnded;
import thami.cohort.participation.ParticipationEvent.ParticipationEnded.Because;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.CourseModule;
import thami.cohort.planning.ModuleId;
import thami.cohort.planning.Period;
import thami.cohort.planning.Plan;
import thami.delivery.Aggregate;

/// One admitted person's way through the modules of a cohort.
///
/// Begins when the intake gives the seat and the name is known, whichever fact comes last; ends when the seat is freed,
/// and begins again if it is given again. Follows the legal basis on which the seat is given, and title and days of the
/// cohort, which may be moved. Completed modules are recorded once, taken back only with a reason, and kept
/// whatever happens to the cohort. With the certificate nothing changes any more.
@Document("participations")
@TypeAlias("participation")
public final class Participation extends Aggregate<ParticipationEvent> {

    public enum State {
        /// The seat is given, word of the application has not come in yet.
        EXPECTED,
        ENROLLED,
        ENDED,
        CERTIFIED
    }

    private final ParticipationId id;
    private @Nullable CohortId cohort;
    private @Nullable Admission admission;
    private @Nullable Enrolment enrolment; // as it was that day
    private @Nullable Replanned replanned; // since then
    private @Nullable String order;
    private long followed;
    private @Nullable Because ended;
    private @Nullable Instant certifiedAt;
    private List<Completion> completions = new ArrayList<>();
    private List<Correction> corrections = new ArrayList<>();
    private int schemaVersion = 2;

    private Participation(ParticipationId id) {
        this.id = id;
    }

    static Participation expected(ParticipationId id) {
        return new Participation(id);
    }

    /// @param sequence of the intake's event: each says all about the seat, so an older one is no news
    /// @return whether that was news; so do all facts that it follows
    boolean admit(CohortId cohort, Admission admission, long sequence) {
        if (sequence <= followed) return false;
        followed = sequence;
        this.cohort = cohort;
        this.admission = admission;
        ended = null;
        if (enrolment != null) announceEnrolment(admission.decidedAt());
        return true;
    }

    /// Known by name and admitted: the person is a participant.
    boolean enrol(Enrolment enrolment) {
        if (this.enrolment != null || admission == null) return false;
        this.enrolment = enrolment;
        order = enrolment.name().toLowerCase(Locale.ROOT) + "/" + id.value();
        if (ended == null) announceEnrolment(admission.decidedAt());
        return true;
    }

    /// The cohort is called otherwise or takes place on other days. Whoever takes part now is announced anew; of the
    /// others it is known for the day when they do again.
    ///
    /// @param plan as it is at this moment, read after this participation
    boolean follow(Plan plan, Instant at) {
        if (enrolment == null || enrolment().isPlannedAs(plan)) return false;
        replanned = Replanned.as(plan);
        if (state() == State.ENROLLED) announceEnrolment(at);
        return true;
    }

    private void announceEnrolment(Instant at) {
        raise(new ParticipantEnrolled(id, enrolment(), admission(), at));
    }

    boolean end(Because because, Instant at, long sequence) {
        if (sequence <= followed) return false;
        followed = sequence;
        ended = because;
        if (enrolment != null) raise(new ParticipationEnded(id, because, at));
        return true;
    }

    boolean certify(Instant at) {
        if (certifiedAt != null) return false;
        certifiedAt = at;
        return true;
    }

    /// Recording the same once more changes nothing.
    ///
    /// @param plannedStart first day of the cohort, as planned now: asked only if it matters
    /// @param today in Thuringia
    /// @return whether that was news
    boolean complete(
            ModuleId module,
            LocalDate on,
            Supplier<LocalDate> plannedStart,
            LocalDate today,
            StaffMember by,
            Instant now) {
        refuseUnlessEnrolled();
        if (enrolment().curriculum().module(module).isEmpty()) throw new NotInTheCurriculum(id, module);
        var recorded = completion(module);
        if (recorded.filter(completion -> completion.on().equals(on)).isPresent()) return false;
        if (recorded.isPresent())
            throw new AlreadyCompleted(id, module, recorded.get().on());
        if (on.isAfter(today)) throw new CompletedInTheFuture(id, on);
        if (on.isBefore(enrolledFor().startsOn()) && on.isBefore(plannedStart.get()))
            throw new CompletedBeforeTheStart(id, on);
        completions.add(new Completion(module, on, by, now));
        raise(new ModuleCompleted(id, module, on, by, now));
        return true;
    }

    /// Takes back what was recorded wrongly; what is right is then recorded anew. Sending it twice takes back once.
    ///
    /// @param recordedAt of the entry that is meant; absent: whichever there is
    void correct(ModuleId module, @Nullable Instant recordedAt, String reason, StaffMember by, Instant now) {
        refuseUnlessEnrolled();
        if (completion(module).isEmpty() && isTakenBack(module, reason, by)) return;
        var wrong = completion(module).orElseThrow(() -> new NotCompleted(id, module));
        if (recordedAt != null && !wrong.at().equals(recordedAt)) throw new RecordedMeanwhile(id, module);
        completions.remove(wrong);
        corrections.add(new Correction(wrong, reason, by, now));
        raise(new ModuleCompletionCorrected(id, module, reason, by, now));
    }

    private boolean isTakenBack(ModuleId module, String reason, StaffMember by) {
        return corrections.stream()
                .filter(correction -> correction.takenBack().module().equals(module))
                .reduce((_, later) -> later)
                .filter(last -> last.reason().equals(reason) && last.by().isSamePersonAs(by))
                .isPresent();
    }

    private void refuseUnlessEnrolled() {
        if (state() != State.ENROLLED) throw new NotEnrolled(id, state());
    }

    public State state() {
        if (certifiedAt != null) return State.CERTIFIED;
        if (ended != null) return State.ENDED;
        return enrolment == null ? State.EXPECTED : State.ENROLLED;
    }

    public Optional<Completion> completion(ModuleId module) {
        return completions.stream()
                .filter(completion -> completion.module().equals(module))
                .findFirst();
    }

    public boolean isKnown() {
        return enrolment != null;
    }

    boolean awaitsItsName() {
        return enrolment == null && admission != null;
    }

    public Enrolment enrolment() {
        if (enrolment == null) throw new NoSuchParticipation(id);
        return replanned == null ? enrolment : enrolment.replanned(replanned);
    }

    /// What was completed counts, also when the cohort is moved to later days.
    private Period enrolledFor() {
        if (enrolment == null) throw new NoSuchParticipation(id);
        return enrolment.period();
    }

    public Admission admission() {
        if (admission == null) throw new NoSuchParticipation(id);
        return admission;
    }

    public CohortId cohort() {
        if (cohort == null) throw new NoSuchParticipation(id);
        return cohort;
    }

    public List<CourseModule> modules() {
        return enrolment().curriculum().modules();
    }

    public int unitsCompleted() {
        return modules().stream()
                .filter(module -> completion(module.id()).isPresent())
                .mapToInt(CourseModule::units)
                .sum();
    }

    public List<Completion> completions() {
        return List.copyOf(completions);
    }

    public List<Correction> corrections() {
        return List.copyOf(corrections);
    }

    /// Why the seat was freed, if it was.
    public Optional<Because> ended() {
        return Optional.ofNullable(ended);
    }

    @Override
    public ParticipationId id() {
        return id;
    }

    /// Where it stands in lists: by name. Also the cursor of a page.
    public String order() {
        return order == null ? "" : order;
    }
}
