package thami.cohort.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import thami.cohort.participation.ParticipationId;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.ModuleId;
import thami.web.Staff;

@RestController
class WholeModuleController {

    private final WholeModule module;
    private final RulesInWords rules;

    WholeModuleController(WholeModule module, RulesInWords rules) {
        this.module = module;
        this.rules = rules;
    }

    @PostMapping("/api/cohorts/{id}/modules/{moduleId}/completions")
    Results complete(
            @PathVariable UUID id,
            @PathVariable UUID moduleId,
            @Valid @RequestBody Completions sent,
            Staff staff,
            Locale locale) {
        var all = sent.participations.stream().map(ParticipationId::new).toList();
        var results = module.complete(
                new CohortId(id), new ModuleId(moduleId), all, sent.completedOn, Acting.recording(staff));
        return new Results(results.entrySet().stream()
                .map(result -> result.getValue()
                        .map(refused -> new Result(
                                result.getKey().value(), false, rules.codeOf(refused), rules.sentence(refused, locale)))
                        .orElseGet(() -> new Result(result.getKey().value(), true, null, null)))
                .toList());
    }

    record Completions(
            @NotEmpty @Size(max = WholeModule.MOST_AT_ONCE) List<@NotNull UUID> participations,
            @NotNull LocalDate completedOn) {}

    record Results(List<Result> results) {}

    /// @param problem what stood against it, as in problem details
    record Result(
            UUID participation,
            boolean recorded,
            @Nullable String problem,
            @Nullable String detail) {}
}
