package thami.certificate;

import java.util.Optional;
import org.springframework.stereotype.Service;

/// Tells anybody who knows a number what the certificate is worth, without the name: that stands on their paper.
///
/// Prepared but not released certificates are unknown. An outage is an outage, never "unknown".
@Service
public class VerifyCertificate {

    private final Certificates certificates;
    private final Calendar calendar;

    VerifyCertificate(Certificates certificates, Calendar calendar) {
        this.certificates = certificates;
        this.calendar = calendar;
    }

    public Optional<Verification> verify(CertificateNumber number) {
        return certificates
                .findByNumber(number)
                .map(certificate -> Verification.of(certificate, certificate.standing(calendar.today())));
    }
}
