package thami.notification.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.delivery.Fact;
import thami.notification.NotifyRecipient;
import thami.notification.Occasion.Waitlisted;
import thami.notification.RecipientId;

/// The internal reason is not read at all, so that no mail can name it.
@Component
class NotifyOnApplicationWaitlisted {

    static final String TYPE = "thami.cohort.application-waitlisted.v1";

    private final NotifyRecipient notify;

    NotifyOnApplicationWaitlisted(NotifyRecipient notify) {
        this.notify = notify;
    }

    void on(Fact<ApplicationWaitlisted> fact) {
        var decision = fact.view();
        notify.of(
                new Waitlisted(decision.callTitle().title(), decision.position(), decision.decidedAt()),
                FactKey.of(TYPE, fact),
                new RecipientId(decision.applicationId()));
    }

    record ApplicationWaitlisted(UUID applicationId, CallTitle callTitle, int position, Instant decidedAt) {}
}
