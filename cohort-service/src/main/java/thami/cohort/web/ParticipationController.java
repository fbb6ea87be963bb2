package thami.cohort.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import thami.cohort.participation.Participation;
import thami.cohort.participation.ParticipationId;
import thami.cohort.participation.Participations;
import thami.cohort.participation.RecordCompletion;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.Cohorts;
import thami.cohort.planning.ModuleId;
import thami.web.Staff;

@RestController
@RequestMapping("/api/participations")
class ParticipationController {

    private final Participations participations;
    private final Cohorts cohorts;
    private final RecordCompletion completion;

    ParticipationController(Participations participations, Cohorts cohorts, RecordCompletion completion) {
        this.participations = participations;
        this.cohorts = cohorts;
        this.completion = completion;
    }

    @GetMapping
    Cursor.Page<ParticipationView> all(
            @RequestParam UUID cohort,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "25") @Min(1) @Max(100) int limit) {
        var id = cohorts.get(new CohortId(cohort)).id();
        var fetched = participations.page(id, Cursor.after(after, ""), limit + 1);
        return Cursor.Page.of(fetched, limit, Participation::order).map(ParticipationView::of);
    }

    @GetMapping("/{id}")
    ParticipationView one(@PathVariable UUID id) {
        return ParticipationView.of(participations.get(new ParticipationId(id)));
    }

    @PutMapping("/{id}/modules/{moduleId}")
    ParticipationView complete(
            @PathVariable UUID id, @PathVariable UUID moduleId, @Valid @RequestBody Completed sent, Staff staff) {
        return ParticipationView.of(Attempts.of(() -> completion.complete(
                new ParticipationId(id), new ModuleId(moduleId), sent.completedOn, Acting.recording(staff))));
    }

    @PostMapping("/{id}/modules/{moduleId}/correction")
    ParticipationView correct(
            @PathVariable UUID id, @PathVariable UUID moduleId, @Valid @RequestBody Correction sent, Staff staff) {
        return ParticipationView.of(Attempts.of(() -> completion.correct(
                new ParticipationId(id),
                new ModuleId(moduleId),
                sent.recordedAt,
                Text.clean(sent.reason),
                Acting.recording(staff))));
    }

    record Completed(@NotNull LocalDate completedOn) {}

    /// @param recordedAt of the entry that is meant; absent: whichever there is
    record Correction(@Because String reason, @Nullable Instant recordedAt) {}
}
