package thami.notification.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.delivery.Fact;
import thami.notification.NotifyRecipient;
import thami.notification.Occasion.Declined;
import thami.notification.RecipientId;

/// The internal reason is not read at all, so that no mail can name it.
@Component
class NotifyOnApplicationDeclined {

    static final String TYPE = "thami.cohort.application-declined.v1";

    private final NotifyRecipient notify;

    NotifyOnApplicationDeclined(NotifyRecipient notify) {
        this.notify = notify;
    }

    void on(Fact<ApplicationDeclined> fact) {
        var decision = fact.view();
        notify.of(
                new Declined(decision.callTitle().title(), decision.decidedAt()),
                FactKey.of(TYPE, fact),
                new RecipientId(decision.applicationId()));
    }

    record ApplicationDeclined(UUID applicationId, CallTitle callTitle, Instant decidedAt) {}
}
