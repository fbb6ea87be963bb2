package thami.notification.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.delivery.Fact;
import thami.notification.NoteWithdrawal;
import thami.notification.NotifyRecipient;
import thami.notification.Occasion;
import thami.notification.RecipientId;

/// A withdrawal is confirmed. It is noted first: from then on no decision is told as if it counted.
@Component
class NotifyOnApplicationWithdrawn {

    static final String TYPE = "thami.registration.application-withdrawn.v1";

    private final NoteWithdrawal withdrawal;
    private final NotifyRecipient notify;

    NotifyOnApplicationWithdrawn(NoteWithdrawal withdrawal, NotifyRecipient notify) {
        this.withdrawal = withdrawal;
        this.notify = notify;
    }

    void on(Fact<ApplicationWithdrawn> fact) {
        var withdrawn = fact.view();
        var recipient = new RecipientId(withdrawn.applicationId());
        withdrawal.of(recipient, withdrawn.withdrawnAt());
        notify.of(new Occasion.ApplicationWithdrawn(withdrawn.withdrawnAt()), FactKey.of(TYPE, fact), recipient);
    }

    record ApplicationWithdrawn(UUID applicationId, Instant withdrawnAt) {}
}
