package thami.certificate.web;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import thami.certificate.Actor;
import thami.certificate.Certificate;
import thami.certificate.PrintedAddress;
import thami.certificate.Standing;
import thami.certificate.StandingChange;
import thami.certificate.Wording;

/// The whole record of a certificate, for staff: words, seal, who released it, what became of it.
record CertificateView(
        UUID id,
        UUID participationId,
        String number,
        String status,
        URI verifyPage,
        LocalDate date,
        Instant issuedAt,
        Actor releasedBy,
        Wording wording,
        Seal seal,
        List<StandingChange> changes) {

    record Seal(String sha256, int bytes, String keyId, String algorithm, String level, boolean testKey) {}

    static CertificateView of(Certificate certificate, Standing standing, PrintedAddress address) {
        var pdf = certificate.pdf();
        return new CertificateView(
                certificate.id().value(),
                certificate.participation().value(),
                certificate.number().grouped(),
                VerificationView.code(standing),
                address.verifyPage(certificate.number()),
                certificate.date(),
                certificate.issuedAt(),
                certificate.releasedBy(),
                certificate.wording(),
                new Seal(
                        pdf.sha256(), pdf.bytes().length, pdf.keyId(), pdf.algorithm(), pdf.sealLevel(), pdf.testKey()),
                certificate.changes());
    }
}
