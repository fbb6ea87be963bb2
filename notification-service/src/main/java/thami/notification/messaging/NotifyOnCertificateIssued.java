package thami.notification.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.delivery.Fact;
import thami.notification.CertificateId;
import thami.notification.NotifyRecipient;
import thami.notification.Occasion;
import thami.notification.RecipientId;

/// The certificate itself never travels: the mail carries a link to its page.
@Component
class NotifyOnCertificateIssued {

    static final String TYPE = "thami.certificate.certificate-issued.v1";

    private final NotifyRecipient notify;

    NotifyOnCertificateIssued(NotifyRecipient notify) {
        this.notify = notify;
    }

    void on(Fact<CertificateIssued> fact) {
        var issued = fact.view();
        notify.of(
                new Occasion.CertificateIssued(
                        new CertificateId(issued.certificateId()), issued.number(), issued.issuedAt()),
                FactKey.of(TYPE, fact),
                new RecipientId(issued.participationId()));
    }

    record CertificateIssued(UUID certificateId, UUID participationId, String number, Instant issuedAt) {}
}
