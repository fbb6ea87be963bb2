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

    /// @return the person, who is known now
    public Recipient introduce(RecipientId id, Person person, CallId call, String reference, int linkGeneration) {
        var introduced = Recipient.awaited(id);
        introduced.introduce(person, call, reference, linkGeneration);
        var recipient = recipients.addIfAbsent(introduced); // most are new: the insert is the check
        if (!recipient.isKnown()) {
            recipient.introduce(person, call, reference, linkGeneration);
            recipient = recipients.save(recipient);
        }
        notify.releaseFor(recipient); // also on a repeat: the first may have ended after the save
        return recipient;
    }
}
