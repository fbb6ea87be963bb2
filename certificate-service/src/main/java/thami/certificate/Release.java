package thami.certificate;

import java.time.Instant;

/// That somebody released the prepared certificate: the decision, whose write makes exactly one certificate.
public record Release(
        CertificateId certificate, CertificateNumber number, String sha256, Actor releasedBy, Instant releasedAt) {

    boolean isRepeatedBy(String sha256, Actor by) {
        return this.sha256.equals(sha256) && releasedBy.equals(by);
    }
}
