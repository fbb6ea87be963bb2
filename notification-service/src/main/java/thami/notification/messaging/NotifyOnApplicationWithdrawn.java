package thami.notification.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.delivery.Fact;
import thami.notification.NotifyRecipient;
import thami.notification.Occasion;
import thami.notification.RecipientId;

/// A withdrawal is confirmed.
@Component
class NotifyOnApplicationWithdrawn {

    static final String TYPE = "thami.registration.application-withdrawn.v1";

    private final NotifyRecipient notify;

    NotifyOnApplicationWithdrawn(NotifyRecipient notify) {
        this.notify = notify;
    }

    void on(Fact<ApplicationWithdrawn> fact) {
        var withdrawn = fact.view();
        notify.of(
                new Occasion.ApplicationWithdrawn(withdrawn.withdrawnAt()),
                FactKey.of(TYPE, fact),
                new RecipientId(withdrawn.applicationId()));
    }

    record ApplicationWithdrawn(UUID applicationId, Instant withdrawnAt) {}
}
