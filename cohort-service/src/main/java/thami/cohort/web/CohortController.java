package thami.cohort.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import thami.cohort.planning.CancelCohort;
import thami.cohort.planning.ChangeCohort;
import thami.cohort.planning.CloseCall;
import thami.cohort.planning.Cohort;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.Cohorts;
import thami.cohort.planning.PlanCohort;
import thami.cohort.planning.PublishCohort;

@RestController
@RequestMapping("/api/cohorts")
class CohortController {

    private final Cohorts cohorts;
    private final PlanCohort plan;
    private final ChangeCohort change;
    private final PublishCohort publish;
    private final CloseCall close;
    private final CancelCohort cancel;
    private final Fingerprint fingerprint;

    CohortController(
            Cohorts cohorts,
            PlanCohort plan,
            ChangeCohort change,
            PublishCohort publish,
            CloseCall close,
            CancelCohort cancel,
            Fingerprint fingerprint) {
        this.cohorts = cohorts;
        this.plan = plan;
        this.change = change;
        this.publish = publish;
        this.close = close;
        this.cancel = cancel;
        this.fingerprint = fingerprint;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED) // for OpenAPI
    ResponseEntity<CohortView> plan(@RequestHeader("Idempotency-Key") UUID key, @Valid @RequestBody PlanBody sent) {
        var cohort = plan.plan(new CohortId(key), fingerprint.of(sent), sent.plan());
        return ResponseEntity.created(URI.create("/api/cohorts/" + key))
                .eTag(tag(cohort))
                .body(CohortView.of(cohort));
    }

    @GetMapping
    Cursor.Page<CohortView> all(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "25") @Min(1) @Max(100) int limit) {
        var fetched = cohorts.page(Cursor.after(after, Cohorts.FROM_THE_TOP), limit + 1);
        return Cursor.Page.of(fetched, limit, Cohort::order).map(CohortView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<CohortView> one(@PathVariable UUID id) {
        return answer(cohorts.get(new CohortId(id)));
    }

    @PutMapping("/{id}")
    ResponseEntity<CohortView> change(
            @PathVariable UUID id, @RequestHeader("If-Match") String ifMatch, @Valid @RequestBody PlanBody sent) {
        try {
            return answer(change.change(new CohortId(id), Tag.version(ifMatch), sent.plan()));
        } catch (OptimisticLockingFailureException overtaken) {
            throw new Tag.NoLongerMatches();
        }
    }

    @PostMapping("/{id}/publication")
    ResponseEntity<CohortView> publish(@PathVariable UUID id) {
        return answer(Attempts.of(() -> publish.publish(new CohortId(id))));
    }

    @PostMapping("/{id}/closing")
    ResponseEntity<CohortView> close(@PathVariable UUID id) {
        return answer(Attempts.of(() -> close.close(new CohortId(id))));
    }

    @PostMapping("/{id}/cancellation")
    ResponseEntity<CohortView> cancel(@PathVariable UUID id, @Valid @RequestBody Cancellation sent) {
        return answer(Attempts.of(() -> cancel.cancel(new CohortId(id), Text.clean(sent.reason))));
    }

    private static ResponseEntity<CohortView> answer(Cohort cohort) {
        return ResponseEntity.ok().eTag(tag(cohort)).body(CohortView.of(cohort));
    }

    private static String tag(Cohort cohort) {
        return Tag.of(cohort.version());
    }

    record Cancellation(@Because String reason) {}
}
