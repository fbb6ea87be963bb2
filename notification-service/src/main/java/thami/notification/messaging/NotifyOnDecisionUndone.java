package thami.notification.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.delivery.Fact;
import thami.notification.NotifyRecipient;
import thami.notification.Occasion;
import thami.notification.RecipientId;

/// The internal reason is not read at all, so that no mail can name it.
@Component
class NotifyOnDecisionUndone {

    static final String TYPE = "thami.cohort.decision-undone.v1";

    private final NotifyRecipient notify;

    NotifyOnDecisionUndone(NotifyRecipient notify) {
        this.notify = notify;
    }

    void on(Fact<DecisionUndone> fact) {
        var decision = fact.view();
        notify.of(
                new Occasion.DecisionUndone(decision.callTitle().title(), decision.decidedAt()),
                FactKey.of(TYPE, fact),
                new RecipientId(decision.applicationId()));
    }

    record DecisionUndone(UUID applicationId, CallTitle callTitle, Instant decidedAt) {}
}
