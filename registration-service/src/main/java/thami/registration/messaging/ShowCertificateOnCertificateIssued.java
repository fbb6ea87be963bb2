package thami.registration.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.delivery.UnreadableRecord;
import thami.registration.ApplicationId;
import thami.registration.NoSuchApplication;
import thami.registration.NoteCertificate;

/// Shows the applicant that the certificate is there, and ends the time in which they may withdraw.
@Component
class ShowCertificateOnCertificateIssued {

    private final NoteCertificate note;

    ShowCertificateOnCertificateIssued(NoteCertificate note) {
        this.note = note;
    }

    void on(CertificateIssued fact) {
        try {
            note.note(new ApplicationId(fact.participationId()), fact.certificateId(), fact.issuedAt());
        } catch (NoSuchApplication unknown) {
            throw new UnreadableRecord("certifies somebody who never applied here");
        }
    }

    record CertificateIssued(UUID certificateId, UUID participationId, Instant issuedAt) {}
}
