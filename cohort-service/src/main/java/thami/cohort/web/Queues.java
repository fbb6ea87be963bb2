package thami.cohort.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import thami.cohort.intake.Candidate;
import thami.cohort.intake.Candidates;
import thami.cohort.intake.Intake;
import thami.cohort.intake.Intakes;
import thami.cohort.intake.Standing;
import thami.cohort.planning.Cohort;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.Cohorts;

/// What waits for admissions, call by call.
@Component
class Queues {

    static final int MOST_COUNTED = 1_000;
    private static final int ROWS = 25;
    private static final int CALLS = 20;

    private final Cohorts cohorts;
    private final Intakes intakes;
    private final Candidates candidates;
    private final Clock clock;
    private final Duration dueAfter;

    Queues(
            Cohorts cohorts,
            Intakes intakes,
            Candidates candidates,
            Clock clock,
            @Value("${thami.cohort.due-after}") Duration dueAfter) {
        this.cohorts = cohorts;
        this.intakes = intakes;
        this.candidates = candidates;
        this.clock = clock;
        this.dueAfter = dueAfter;
    }

    /// One call at a glance.
    ///
    /// @param due the oldest application has waited too long, or a seat is free for somebody on the list
    record Overview(Cohort cohort, int seats, int given, int waiting, int listed, boolean due) {

        public int free() {
            return Math.max(0, seats - given);
        }
    }

    /// Published calls, those that begin last first.
    Cursor.Page<Overview> open(@Nullable String after) {
        var fetched = cohorts.page(Cursor.after(after, Cohorts.FROM_THE_TOP), CALLS + 1);
        var page = Cursor.Page.of(fetched, CALLS, Cohort::order);
        var opened = intakes.findAllById(page.items().stream().map(Cohort::id).toList()).stream()
                .collect(Collectors.toMap(Intake::id, Function.identity()));
        var overviews = page.items().stream()
                .filter(cohort -> opened.containsKey(cohort.id()) && !cohort.isCancelled())
                .map(cohort -> overview(cohort, opened))
                .toList();
        return new Cursor.Page<>(overviews, page.next());
    }

    private Overview overview(Cohort cohort, Map<CohortId, Intake> opened) {
        var intake = opened.get(cohort.id());
        if (intake == null) throw new IllegalStateException("not opened");
        intake = intake.following(cohort);
        var waiting = candidates.count(cohort.id(), Standing.WAITING, MOST_COUNTED);
        var oldest = candidates.page(cohort.id(), Standing.WAITING, "", 1);
        var listed = intake.waitingList().size();
        var due = oldest.stream().anyMatch(this::isDue) || listed > 0 && intake.free() > 0;
        return new Overview(cohort, intake.seats(), intake.given(), waiting, listed, due);
    }

    /// The queue of one call: what is due first, then what came in since, then the waiting list in its order.
    Queue queue(CohortId id, @Nullable String after) {
        var cohort = cohorts.get(id);
        var intake = intakes.get(cohort);
        var page = Cursor.page(
                from -> candidates.page(id, Standing.WAITING, from, ROWS + 1),
                Cursor.after(after, ""),
                ROWS,
                Candidate::order,
                candidate -> intake.standing(candidate.id()) == Standing.WAITING);
        var waiting = page.items();
        var rows = waiting.stream()
                .map(candidate -> new Row(candidate, isDue(candidate), null))
                .toList();
        return new Queue(
                cohort,
                intake,
                rows.stream().filter(Row::due).toList(),
                rows.stream().filter(row -> !row.due()).toList(),
                pairs(waiting, intake),
                waitingList(intake),
                page.next());
    }

    private List<Pair> pairs(List<Candidate> waiting, Intake intake) {
        var others = candidates.like(waiting, 2 * ROWS);
        return waiting.stream()
                .flatMap(candidate -> others.stream()
                        .filter(candidate::isLike)
                        .filter(other -> intake.standing(other.id()) != Standing.WITHDRAWN)
                        .filter(other ->
                                !isAmong(waiting, other) || candidate.order().compareTo(other.order()) < 0)
                        .map(other -> new Pair(candidate, other, candidate.hasTheNameOf(other))))
                .toList();
    }

    private static boolean isAmong(List<Candidate> candidates, Candidate other) {
        return candidates.stream().anyMatch(candidate -> candidate.id().equals(other.id()));
    }

    private List<Row> waitingList(Intake intake) {
        var listed = intake.waitingList().stream().limit(ROWS).toList();
        var known =
                candidates.findAllById(listed).stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
        return listed.stream()
                .filter(known::containsKey)
                .filter(id -> !Objects.requireNonNull(known.get(id)).isCertified())
                .map(id -> new Row(
                        Objects.requireNonNull(known.get(id)),
                        false,
                        intake.position(id).orElse(null)))
                .toList();
    }

    private boolean isDue(Candidate candidate) {
        return candidate.applicant().submittedAt().isBefore(clock.instant().minus(dueAfter));
    }

    /// @param position on the waiting list, if that is where it stands
    record Row(Candidate candidate, boolean due, @Nullable Integer position) {}

    /// Two applications that may be one person's.
    record Pair(Candidate one, Candidate other, boolean sameName) {}

    record Queue(
            Cohort cohort,
            Intake intake,
            List<Row> due,
            List<Row> fresh,
            List<Pair> pairs,
            List<Row> waitingList,
            @Nullable String next) {

        public boolean isEmpty() {
            return due.isEmpty() && fresh.isEmpty() && waitingList.isEmpty() && next == null;
        }

        public boolean canMoveUp() {
            return intake.free() > 0 && !waitingList.isEmpty();
        }

        /// More are on the list than are shown.
        public int listed() {
            return intake.waitingList().size();
        }
    }
}
