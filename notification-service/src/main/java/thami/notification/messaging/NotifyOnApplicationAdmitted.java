package thami.notification.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.delivery.Fact;
import thami.notification.NotifyRecipient;
import thami.notification.Occasion.Admitted;
import thami.notification.RecipientId;

/// The internal reason is not read at all, so that no mail can name it.
@Component
class NotifyOnApplicationAdmitted {

    static final String TYPE = "thami.cohort.application-admitted.v1";

    private final NotifyRecipient notify;

    NotifyOnApplicationAdmitted(NotifyRecipient notify) {
        this.notify = notify;
    }

    void on(Fact<ApplicationAdmitted> fact) {
        var decision = fact.view();
        notify.of(
                new Admitted(decision.callTitle().title(), decision.decidedAt()),
                FactKey.of(TYPE, fact),
                new RecipientId(decision.applicationId()));
    }

    record ApplicationAdmitted(UUID applicationId, CallTitle callTitle, Instant decidedAt) {}
}
