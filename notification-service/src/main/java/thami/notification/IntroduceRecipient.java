package thami.notification;

import org.springframework.stereotype.Service;

/// Learns how to address a person, and sends what has waited for that.
@Service
public class IntroduceRecipient {

    private final Recipients recipients;
    private final NotifyRecipient notify;

    IntroduceRecipient(Recipients recipients, NotifyRecipient notify) {
        this.recipients = recipients;
        this.notify = notify;
    }

    public void introduce(RecipientId id, Person person, CallId call, String reference, int linkGeneration) {
        var recipient = recipients.findById(id).orElseGet(() -> Recipient.awaited(id));
        if (!recipient.isKnown()) {
            recipient.introduce(person, call, reference, linkGeneration);
            recipient = recipients.save(recipient);
        }
        notify.releaseFor(recipient); // also on a repeat: the first may have ended after the save
    }
}
