package thami.certificate;

import java.time.Instant;

/// What happens to a certificate. It is issued; replacing and revoking will follow.
public sealed interface CertificateEvent {

    record CertificateIssued(
            CertificateId id,
            EntitlementId participation,
            CertificateNumber number,
            String sha256,
            Actor releasedBy,
            Instant at)
            implements CertificateEvent {}
}
