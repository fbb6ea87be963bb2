package thami.certificate.web;

import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import thami.certificate.CertificateId;
import thami.certificate.CertificateNumber;
import thami.certificate.LookUp;
import thami.certificate.PrintedAddress;
import thami.certificate.VerifyCertificate;

/// Certificates for programs.
@RestController
class CertificateController {

    private final LookUp lookUp;
    private final VerifyCertificate verify;
    private final PrintedAddress address;

    CertificateController(LookUp lookUp, VerifyCertificate verify, PrintedAddress address) {
        this.lookUp = lookUp;
        this.verify = verify;
        this.address = address;
    }

    @GetMapping("/api/certificates/{id}")
    CertificateView show(@PathVariable UUID id) {
        var certificate = lookUp.certificate(new CertificateId(id));
        return CertificateView.of(certificate, lookUp.standing(certificate), address);
    }

    @GetMapping(value = "/api/certificates/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
        var certificate = lookUp.certificate(new CertificateId(id));
        return Pdf.shown(certificate.pdf(), certificate.wording().name());
    }

    /// Open to everybody: status, programme, basis and day, no name. An outage is 503, an unknown number 404.
    @GetMapping("/api/certificates/verify/{number}")
    ResponseEntity<VerificationView> verify(@PathVariable String number) {
        var parsed = CertificateNumber.parse(number).orElseThrow(() -> new NumberUnknown(true));
        var verification = verify.verify(parsed).orElseThrow(() -> new NumberUnknown(false));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(VerificationView.of(verification));
    }
}
