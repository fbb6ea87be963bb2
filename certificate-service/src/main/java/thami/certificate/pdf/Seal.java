package thami.certificate.pdf;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.token.DSSPrivateKeyEntry;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyStore.PasswordProtection;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.stream.Stream;
import thami.certificate.CannotIssue;
import thami.certificate.CannotIssue.Because;

/// Puts an electronic seal on a PDF: PAdES baseline B, by EU DSS.
///
/// Nothing here claims that a seal is advanced or qualified: that is what a validation of the file may prove.
final class Seal {

    static final SignatureLevel LEVEL = SignatureLevel.PAdES_BASELINE_B;
    private static final DigestAlgorithm DIGEST = DigestAlgorithm.SHA256;
    private static final int BESIDE_CERTIFICATES = 4096; // signed attributes, and a signature by RSA at its longest

    private final Pkcs12SignatureToken token;
    private final DSSPrivateKeyEntry key;
    private final PAdESService service = new PAdESService(new CommonCertificateVerifier());

    private Seal(Pkcs12SignatureToken token, DSSPrivateKeyEntry key) {
        this.token = token;
        this.key = key;
        service.setPdfObjFactory(new PdfBoxNativeObjectFactory()); // else it is searched for on each certificate
    }

    /// @throws CannotIssue if there is no key, or it cannot be opened
    static Seal open(SealProperties properties) {
        if (properties.keystore() == null || properties.keystore().isBlank() || properties.password() == null) {
            throw new CannotIssue(Because.NO_SEAL, "thami.seal.keystore");
        }
        try {
            var bytes = Base64.getMimeDecoder().decode(properties.keystore());
            var token = new Pkcs12SignatureToken(
                    bytes, new PasswordProtection(properties.password().toCharArray()));
            return new Seal(token, token.getKeys().getFirst());
        } catch (RuntimeException unusable) {
            throw new CannotIssue(Because.NO_SEAL, "thami.seal.keystore");
        }
    }

    byte[] seal(byte[] pdf, Instant at) {
        mustBeValid(at);
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(LEVEL);
        parameters.setDigestAlgorithm(DIGEST);
        parameters.setSigningCertificate(key.getCertificate());
        parameters.setCertificateChain(key.getCertificateChain());
        parameters.bLevel().setSigningDate(Date.from(at));
        parameters.setContentSize(room());
        var document = new InMemoryDocument(pdf);
        var signature = token.sign(service.getDataToSign(document, parameters), DIGEST, key);
        try (var sealed = new ByteArrayOutputStream(pdf.length + 32 * 1024)) {
            service.signDocument(document, parameters, signature).writeTo(sealed);
            return sealed.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Bytes kept free for the seal: the file has two characters for each, used or not. Sealing fails if they are too
    /// few.
    private int room() {
        return BESIDE_CERTIFICATES
                + Stream.of(key.getCertificateChain())
                        .mapToInt(certificate -> certificate.getEncoded().length)
                        .sum();
    }

    /// Nothing leaves with a seal that no validation would accept.
    private void mustBeValid(Instant at) {
        if (!key.getCertificate().isValidOn(Date.from(at))) {
            throw new CannotIssue(
                    Because.SEAL_NOT_VALID,
                    key.getCertificate().getNotAfter().toInstant().toString());
        }
    }

    /// Whether nobody vouches for this key but itself.
    boolean isTestKey() {
        return key.getCertificate().isSelfSigned();
    }

    /// SHA-256 fingerprint of the sealing certificate.
    String keyId() {
        return HexFormat.of().formatHex(key.getCertificate().getDigest(DIGEST));
    }

    String algorithm() {
        return SignatureAlgorithm.getAlgorithm(key.getEncryptionAlgorithm(), DIGEST)
                .getName();
    }
}
