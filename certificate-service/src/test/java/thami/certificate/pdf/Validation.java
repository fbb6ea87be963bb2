package thami.certificate.pdf;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.security.KeyStore.PasswordProtection;
import java.util.Base64;

/// What EU DSS says of the seal on a file to somebody who trusts one sealing certificate.
public final class Validation {

    private Validation() {}

    /// Whether the file is as it was sealed, and sealed with this key.
    public static boolean isSealedWith(String keystore, byte[] pdf) {
        var simple = of(keystore, pdf).getSimpleReport();
        return simple.getIndication(simple.getFirstSignatureId()) == Indication.TOTAL_PASSED;
    }

    /// @param keystore whose certificate is trusted
    static Reports of(String keystore, byte[] pdf) {
        var verifier = new CommonCertificateVerifier();
        var trusted = new CommonTrustedCertificateSource();
        try (var token = new Pkcs12SignatureToken(
                Base64.getDecoder().decode(keystore), new PasswordProtection(SealKeys.PASSWORD.toCharArray()))) {
            trusted.addCertificate(token.getKeys().getFirst().getCertificate());
        }
        verifier.setTrustedCertSources(trusted);
        var validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf));
        validator.setCertificateVerifier(verifier);
        return validator.validateDocument();
    }
}
