package thami.cohort.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import thami.cohort.StaffMember;
import thami.cohort.intake.CandidateId;
import thami.cohort.intake.ChangeLegalBasis;
import thami.cohort.intake.DecideOnCandidate;
import thami.cohort.intake.Intake;
import thami.cohort.intake.LegalBasis;
import thami.cohort.intake.Seen;
import thami.cohort.intake.Standing;
import thami.cohort.intake.UndoDecision;
import thami.cohort.planning.CohortId;
import thami.web.Staff;

@RestController
@RequestMapping("/api/candidates")
class CandidateController {

    private final Cases cases;
    private final DecideOnCandidate decide;
    private final ChangeLegalBasis legalBasis;
    private final UndoDecision undo;

    CandidateController(Cases cases, DecideOnCandidate decide, ChangeLegalBasis legalBasis, UndoDecision undo) {
        this.cases = cases;
        this.decide = decide;
        this.legalBasis = legalBasis;
        this.undo = undo;
    }

    @GetMapping
    Cursor.Page<CandidateView> all(
            @RequestParam UUID cohort,
            @RequestParam(required = false) @Nullable Standing status,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "25") @Min(1) @Max(100) int limit) {
        return cases.page(new CohortId(cohort), status, after, limit);
    }

    @GetMapping("/{id}")
    CandidateView one(@PathVariable UUID id) {
        return cases.one(new CandidateId(id));
    }

    @PostMapping("/{id}/admission")
    CandidateView admit(@PathVariable UUID id, @Valid @RequestBody Based sent, Staff staff) {
        return decide(
                id,
                staff,
                (candidate, by) -> decide.admit(candidate, sent.seen(), sent.legalBasis, Text.clean(sent.reason), by));
    }

    @PostMapping("/{id}/waitlisting")
    CandidateView waitlist(@PathVariable UUID id, @Valid @RequestBody Reasoned sent, Staff staff) {
        return decide(
                id, staff, (candidate, by) -> decide.waitlist(candidate, sent.seen(), Text.clean(sent.reason), by));
    }

    @PostMapping("/{id}/decline")
    CandidateView decline(@PathVariable UUID id, @Valid @RequestBody Reasoned sent, Staff staff) {
        return decide(
                id, staff, (candidate, by) -> decide.decline(candidate, sent.seen(), Text.clean(sent.reason), by));
    }

    @PostMapping("/{id}/legal-basis")
    CandidateView changeLegalBasis(@PathVariable UUID id, @Valid @RequestBody Based sent, Staff staff) {
        return decide(
                id,
                staff,
                (candidate, by) ->
                        legalBasis.change(candidate, sent.seen(), sent.legalBasis, Text.clean(sent.reason), by));
    }

    @PostMapping("/{id}/undo")
    CandidateView undo(@PathVariable UUID id, @Valid @RequestBody Reasoned sent, Staff staff) {
        return decide(id, staff, (candidate, by) -> undo.undo(candidate, sent.seen(), Text.clean(sent.reason), by));
    }

    private CandidateView decide(UUID id, Staff staff, BiFunction<CandidateId, StaffMember, Intake> decision) {
        var candidate = new CandidateId(id);
        var decided = Attempts.of(() -> decision.apply(candidate, Acting.inAdmissions(staff)));
        return cases.one(candidate, decided);
    }

    /// @param reason with the evidence, where the basis changes
    /// @param decidedAt of the last decision that was seen; absent: whichever is the last
    record Based(
            @NotNull LegalBasis legalBasis,
            @Because String reason,
            @Nullable Instant decidedAt) {

        Seen seen() {
            return Seen.of(decidedAt);
        }
    }

    /// @param decidedAt of the last decision that was seen; absent: whichever is the last
    record Reasoned(@Because String reason, @Nullable Instant decidedAt) {

        Seen seen() {
            return Seen.of(decidedAt);
        }
    }
}
