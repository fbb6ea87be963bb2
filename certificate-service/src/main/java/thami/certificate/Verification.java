package thami.certificate;

import java.time.LocalDate;

/// What a verifier may know about a certificate: no name, no reason, no successor.
///
/// @param sha256 of the file as it was issued, so that a copy can be compared without being sent anywhere
/// @param testKey whether the seal is one of a demonstration
public record Verification(
        CertificateNumber number,
        Standing standing,
        LocalDate issuedOn,
        String programme,
        LegalBasis legalBasis,
        String attests,
        String sha256,
        boolean testKey,
        boolean sample) {

    static Verification of(Certificate certificate, Standing standing) {
        var wording = certificate.wording();
        return new Verification(
                certificate.number(),
                standing,
                certificate.date(),
                wording.programme().title(),
                wording.legalBasis(),
                wording.attests(),
                certificate.pdf().sha256(),
                certificate.pdf().testKey(),
                wording.sample());
    }
}
