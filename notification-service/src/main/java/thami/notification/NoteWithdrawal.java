package thami.notification;

import java.time.Instant;
import org.springframework.stereotype.Service;

/// Learns that a person has withdrawn, even before the person is known: no decision concerns them any more.
@Service
public class NoteWithdrawal {

    private final Recipients recipients;

    NoteWithdrawal(Recipients recipients) {
        this.recipients = recipients;
    }

    public void of(RecipientId id, Instant at) {
        var recipient = recipients.findById(id).orElseGet(() -> Recipient.awaited(id));
        if (recipient.withdraw(at)) recipients.save(recipient);
    }
}
