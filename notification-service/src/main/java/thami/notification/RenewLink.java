package thami.notification;

import org.springframework.stereotype.Service;

/// Learns which generation of a person's status link is the current one, even before the person is known.
@Service
public class RenewLink {

    private final Recipients recipients;

    RenewLink(Recipients recipients) {
        this.recipients = recipients;
    }

    public void renew(RecipientId id, int generation) {
        var recipient = recipients.findById(id).orElseGet(() -> Recipient.awaited(id));
        if (recipient.linkGeneration() >= generation) return;
        recipient.renewLink(generation);
        recipients.save(recipient);
    }
}
