package thami.notification.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.delivery.Fact;
import thami.notification.CallId;
import thami.notification.NotifyOfCancellation;

/// One fact that many are told. Its reason is not read: staff may have given it for themselves.
@Component
class NotifyOnCohortCancelled {

    static final String TYPE = "thami.cohort.cohort-cancelled.v1";

    private final NotifyOfCancellation notify;

    NotifyOnCohortCancelled(NotifyOfCancellation notify) {
        this.notify = notify;
    }

    void on(Fact<CohortCancelled> fact) {
        var cancelled = fact.view();
        notify.of(new CallId(cancelled.cohortId()), cancelled.cancelledAt(), FactKey.of(TYPE, fact));
    }

    record CohortCancelled(UUID cohortId, Instant cancelledAt) {}
}
