package thami.certificate.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.certificate.Actor;
import thami.certificate.CertificateEvent;
import thami.certificate.CertificateEvent.CertificateIssued;
import thami.delivery.Announcement;
import thami.delivery.Announcements;

/// What certificate-service tells the others about a certificate. Its bytes stay here.
@Component
class CertificateAnnouncements implements Announcements<CertificateEvent> {

    @Override
    public String topic() {
        return "certificate.certificates.v1";
    }

    @Override
    public Announcement of(CertificateEvent event) {
        return switch (event) {
            case CertificateIssued(var id, var participation, var number, var sha256, var releasedBy, var at) ->
                new Announcement(
                        "thami.certificate.certificate-issued.v1",
                        at,
                        new IssuedV1(
                                id.value(),
                                participation.value(),
                                number.grouped(),
                                sha256,
                                StaffV1.of(releasedBy),
                                at));
        };
    }

    record IssuedV1(
            UUID certificateId,
            UUID participationId,
            String number,
            String sha256,
            StaffV1 releasedBy,
            Instant issuedAt) {}

    record StaffV1(String issuer, String sub) {
        static StaffV1 of(Actor actor) {
            return new StaffV1(actor.issuer(), actor.subject());
        }
    }
}
