package thami.registration.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.registration.CallId;
import thami.registration.KeepCall;

/// Nobody can apply for a cohort that will not take place.
@Component
class CancelCallOnCohortCancelled {

    private final KeepCall call;

    CancelCallOnCohortCancelled(KeepCall call) {
        this.call = call;
    }

    void on(CohortCancelled fact) {
        call.cancelled(new CallId(fact.cohortId()), fact.cancelledAt());
    }

    record CohortCancelled(UUID cohortId, Instant cancelledAt) {}
}
