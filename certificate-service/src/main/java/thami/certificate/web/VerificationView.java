package thami.certificate.web;

import java.time.LocalDate;
import java.util.Locale;
import thami.certificate.LegalBasis;
import thami.certificate.Standing;
import thami.certificate.Verification;

/// What anybody may know about a number.
///
/// @param status `valid`, `expired`, `no-longer-valid` or `revoked`; more may be added
record VerificationView(
        String number,
        String status,
        String programme,
        LegalBasis legalBasis,
        String attests,
        LocalDate issuedOn,
        String sha256,
        boolean testKey,
        boolean sample) {

    static VerificationView of(Verification verification) {
        return new VerificationView(
                verification.number().grouped(),
                code(verification.standing()),
                verification.programme(),
                verification.legalBasis(),
                verification.attests(),
                verification.issuedOn(),
                verification.sha256(),
                verification.testKey(),
                verification.sample());
    }

    static String code(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
