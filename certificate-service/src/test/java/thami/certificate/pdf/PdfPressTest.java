package thami.certificate.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore.PasswordProtection;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import thami.certificate.CertificateNumber;
import thami.certificate.Draft;
import thami.certificate.LegalBasis;
import thami.certificate.SealedPdf;
import thami.certificate.Story;

class PdfPressTest {

    private static final Path REPORTS = Path.of("target", "certificate");
    private static final CertificateNumber NUMBER =
            CertificateNumber.parse("BEJSPZ-KE7Q4M-2K9TXY").orElseGet(() -> numbers());

    private static CertificateNumber numbers() {
        return thami.certificate.Numbers.random(new SecureRandom());
    }

    @BeforeAll
    static void prepare() throws IOException {
        VeraGreenfieldFoundryProvider.initialise();
        Files.createDirectories(REPORTS);
    }

    @ParameterizedTest
    @EnumSource(names = {"PDFA_3_A", "PDFUA_1"})
    void isArchivableAndAccessible(PDFAFlavour flavour) throws Exception {
        var pdf = press(Story.SULE, LegalBasis.A);

        var result = validate(pdf.bytes(), flavour);

        Files.writeString(REPORTS.resolve("verapdf-" + flavour + ".txt"), report(result));
        assertThat(result.getFailedChecks()).isEmpty();
        assertThat(result.isCompliant()).isTrue();
    }

    @Test
    void bearsASealThatValidates() throws Exception {
        var pdf = press(Story.SULE, LegalBasis.B);
        Files.write(REPORTS.resolve("certificate.pdf"), pdf.bytes());

        var reports = dss(pdf.bytes());

        Files.writeString(REPORTS.resolve("dss-simple-report.xml"), reports.getXmlSimpleReport());
        Files.writeString(REPORTS.resolve("dss-detailed-report.xml"), reports.getXmlDetailedReport());
        var simple = reports.getSimpleReport();
        var signature = simple.getFirstSignatureId();
        assertThat(simple.getSignatureFormat(signature)).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
        assertThat(reports.getDiagnosticData().getSignatureById(signature).isSignatureValid())
                .isTrue();
        assertThat(simple.getIndication(signature)).isIn(Indication.TOTAL_PASSED, Indication.INDETERMINATE);
        assertThat(pdf.sealLevel()).isEqualTo("PAdES-BASELINE-B");
        assertThat(pdf.algorithm()).isEqualTo("ECDSA with SHA256");
    }

    private static SealedPdf press(String name, LegalBasis basis) {
        var press = new PdfPress(new SealProperties(SealKeys.SELF_SIGNED, SealKeys.PASSWORD), true, 1);
        var wording = press.word(Story.enrolment(1, name, basis.name()), basis);
        return press.press(new Draft(
                wording,
                NUMBER,
                URI.create("https://zertifikat.example.org/verify/" + NUMBER.grouped()),
                Story.TODAY,
                Instant.now()));
    }

    private static Reports dss(byte[] pdf) {
        var verifier = new CommonCertificateVerifier();
        var trusted = new CommonTrustedCertificateSource();
        try (var token = new Pkcs12SignatureToken(
                Base64.getDecoder().decode(SealKeys.SELF_SIGNED),
                new PasswordProtection(SealKeys.PASSWORD.toCharArray()))) {
            trusted.addCertificate(token.getKeys().getFirst().getCertificate());
        }
        verifier.setTrustedCertSources(trusted);
        var validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf));
        validator.setCertificateVerifier(verifier);
        return validator.validateDocument();
    }

    private static ValidationResult validate(byte[] pdf, PDFAFlavour flavour) throws VeraPDFException, IOException {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser);
        }
    }

    private static String report(ValidationResult result) {
        var text = new StringBuilder();
        text.append("profile: ")
                .append(result.getValidationProfile().getDetails().getName())
                .append('\n');
        text.append("compliant: ").append(result.isCompliant()).append('\n');
        text.append("checks: ").append(result.getTotalAssertions()).append('\n');
        text.append("failed: ").append(result.getFailedChecks().size()).append('\n');
        result.getTestAssertions().forEach(assertion -> text.append(assertion).append('\n'));
        return text.toString();
    }

    static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
