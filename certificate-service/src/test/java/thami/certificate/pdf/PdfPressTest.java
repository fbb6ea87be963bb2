package thami.certificate.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import thami.certificate.Bilingual;
import thami.certificate.CannotIssue;
import thami.certificate.CannotIssue.Because;
import thami.certificate.Draft;
import thami.certificate.Enrolment;
import thami.certificate.LegalBasis;
import thami.certificate.ListedModule;
import thami.certificate.Programme;
import thami.certificate.Story;

/// The file itself: archivable, accessible, sealed, and nobody's name spoilt.
class PdfPressTest {

    private static final Path REPORTS = Path.of("target", "certificate");
    private static final URI ADDRESS = URI.create("https://zertifikat.example.org/verify/" + Story.NUMBER.grouped());
    private static final PdfPress DEMO = press(SealKeys.SELF_SIGNED, true);

    @BeforeAll
    static void prepare() throws IOException {
        VeraGreenfieldFoundryProvider.initialise();
        Files.createDirectories(REPORTS);
    }

    @ParameterizedTest
    @EnumSource(names = {"PDFA_3_A", "PDFUA_1"})
    void isArchivableAndAccessible(PDFAFlavour flavour) throws Exception {
        var result = validate(DEMO.press(draft(DEMO, Story.SULE, LegalBasis.A)).bytes(), flavour);

        Files.writeString(REPORTS.resolve("verapdf-" + flavour + ".txt"), report(result));
        assertThat(result.getFailedChecks()).isEmpty();
        assertThat(result.isCompliant()).isTrue();
    }

    @Test
    void bearsASealThatValidates() throws Exception {
        var pdf = DEMO.press(draft(DEMO, Story.SULE, LegalBasis.B));
        Files.write(REPORTS.resolve("certificate.pdf"), pdf.bytes());

        var reports = Validation.of(SealKeys.SELF_SIGNED, pdf.bytes());

        Files.writeString(REPORTS.resolve("dss-simple-report.xml"), reports.getXmlSimpleReport());
        Files.writeString(REPORTS.resolve("dss-detailed-report.xml"), reports.getXmlDetailedReport());
        var simple = reports.getSimpleReport();
        var signature = simple.getFirstSignatureId();
        assertThat(simple.getSignatureFormat(signature)).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
        assertThat(simple.getIndication(signature)).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(pdf.sealLevel()).isEqualTo("PAdES-BASELINE-B");
        assertThat(pdf.algorithm()).isEqualTo("ECDSA with SHA256");
        assertThat(pdf.keyId()).matches("[0-9a-f]{64}");
    }

    @Test
    void hasRoomForASealOfTheLongestKeys() {
        var press = press(SealKeys.longAndVouchedFor(), false);
        var pdf = press.press(draft(press, Story.SULE, LegalBasis.B));
        var simple = Validation.of(SealKeys.SELF_SIGNED, pdf.bytes()).getSimpleReport();
        assertThat(simple.getSignatureFormat(simple.getFirstSignatureId())).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
        assertThat(pdf.algorithm()).isEqualTo("RSA with SHA256");
    }

    @Test
    void isNotValidOnceAByteWasChanged() {
        var bytes = DEMO.press(draft(DEMO, Story.SULE, LegalBasis.A)).bytes().clone();
        bytes[200] ^= 1;
        var reports = Validation.of(SealKeys.SELF_SIGNED, bytes);
        var simple = reports.getSimpleReport();
        assertThat(simple.getIndication(simple.getFirstSignatureId())).isEqualTo(Indication.TOTAL_FAILED);
    }

    @Test
    void saysWhatIsCertifiedWordForWord() throws Exception {
        assertThat(text(DEMO.press(draft(DEMO, Story.SULE, LegalBasis.A)).bytes()))
                .contains(
                        "Zertifikat",
                        Story.SULE,
                        "In Thüringen Anerkannte*r Migrations- und Integrationsberater*in",
                        "hinreichende Qualifizierung im Sinne der Ziffer 3 Satz 2 der Anlage 2 zu § 2 Abs. 1 ThürGUSVO",
                        "02.03.2026",
                        "23.11.2026",
                        Story.NUMBER.grouped(),
                        ADDRESS.toString(),
                        "Testschlüssel – kein Siegel nach eIDAS",
                        "Muster");
        assertThat(text(DEMO.press(draft(DEMO, Story.SULE, LegalBasis.B)).bytes()))
                .contains(
                        "Erfüllung der Anforderungen an das Personal gemäß der Richtlinie zur Förderung der sozialen Beratung und Betreuung von anerkannten Flüchtlingen in Thüringen, Abs. 4 Pkt. 4");
    }

    @Test
    void namesNoDayAfterItsOwnWhenSomebodyFinishesEarly() throws Exception {
        var early = LocalDate.parse("2026-07-31");
        var wording = DEMO.word(Story.enrolment(1).until(early), LegalBasis.A);
        var pdf = DEMO.press(new Draft(wording, Story.NUMBER, ADDRESS, early, Instant.now()));

        assertThat(text(pdf.bytes()))
                .contains("hat vom 02.03.2026 bis 31.07.2026 erfolgreich teilgenommen", "Ausgestellt am 31.07.2026")
                .doesNotContain("30.10.2026");
    }

    @Test
    void hasAQrCodeThatLeadsToTheVerification() throws Exception {
        var bytes = DEMO.press(draft(DEMO, Story.SULE, LegalBasis.A)).bytes();
        try (var document = Loader.loadPDF(bytes)) {
            var page = new PDFRenderer(document).renderImageWithDPI(0, 150);
            var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(page)));
            assertThat(new QRCodeReader()
                            .decode(bitmap, java.util.Map.of(com.google.zxing.DecodeHintType.TRY_HARDER, true))
                            .getText())
                    .isEqualTo(ADDRESS.toString());
        }
    }

    @Test
    void saysInWordsWhatTheQrCodeSays() throws Exception {
        var bytes = DEMO.press(draft(DEMO, Story.SULE, LegalBasis.A)).bytes();
        try (var document = Loader.loadPDF(bytes)) {
            assertThat(figures(document.getDocumentCatalog().getStructureTreeRoot()))
                    .singleElement()
                    .satisfies(figure -> assertThat(figure.getAlternateDescription())
                            .contains("QR-Code", ADDRESS.toString(), "gültig"));
        }
    }

    static Stream<String> names() {
        return Stream.of(
                "Ö",
                "Şule Yıldız",
                "Żółć Łukasz Gżegżółka",
                "Đặng Thị Mỹ Hạnh",
                "Seán O'Brien-O’Neill",
                "Null",
                "Straße ẞ",
                "Ərəb Çağrı",
                "Юлія Ґалаґан",
                "Αλέξανδρος",
                "A̋ C̨̆ K͟H Ḳ̄",
                "<b>&amp;\"</b>",
                "W".repeat(200),
                ("Maximiliane-Wilhelmine ".repeat(9)).strip(),
                "Ü".repeat(500));
    }

    @ParameterizedTest
    @MethodSource("names")
    void printsEveryNameOnOnePage(String name) throws Exception {
        var bytes = DEMO.press(draft(DEMO, name, LegalBasis.B)).bytes();
        try (var document = Loader.loadPDF(bytes)) {
            assertThat(document.getNumberOfPages()).isOne();
        }
        var printed = Normalizer.normalize(text(bytes), Normalizer.Form.NFC).replaceAll("\\s", "");
        assertThat(printed)
                .contains(Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("\\s", ""));
        // in whatever script: each font embedded, each glyph with its letter
        assertThat(validate(bytes, PDFAFlavour.PDFA_3_A).isCompliant()).isTrue();
        assertThat(validate(bytes, PDFAFlavour.PDFUA_1).isCompliant()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "李雷",
                "عربي",
                "👩‍👩‍👧 Ada",
                "Ada\u200bLovelace",
                "Ada\u202eecalevoL",
                "Ada\u0000",
                "Ada\n",
                "Ada\ue000"
            })
    void refusesANameItCannotPrint(String name) {
        assertThatThrownBy(() -> draft(DEMO, name, LegalBasis.A)).isInstanceOfSatisfying(CannotIssue.class, refused -> {
            assertThat(refused.because()).isEqualTo(Because.NAME_NOT_PRINTABLE);
            assertThat(refused.details()).singleElement().asString().contains("U+");
        });
    }

    static Stream<Enrolment> unprintable() {
        var text = "Beratung → Praxis ✓";
        var fine = Story.LAW;
        return Stream.of(
                enrolled(new Programme("P", text), "Kurs", fine),
                enrolled(new Programme("P", "Programm"), text, fine),
                enrolled(new Programme("P", "Programm"), "Kurs", module(text, "Träger")),
                enrolled(new Programme("P", "Programm"), "Kurs", module("Modul", text)));
    }

    @ParameterizedTest
    @MethodSource("unprintable")
    void refusesEveryTextOnThePageThatItCannotPrint(Enrolment enrolment) {
        assertThatThrownBy(() -> DEMO.word(enrolment, LegalBasis.A))
                .isInstanceOfSatisfying(CannotIssue.class, refused -> {
                    assertThat(refused.because()).isEqualTo(Because.WORDS_NOT_PRINTABLE);
                    assertThat(refused.details()).containsExactly("(U+2192), (U+2713)", "Beratung … Praxis …");
                });
    }

    private static ListedModule module(String title, String provider) {
        return new ListedModule(Story.LAW.id(), new Bilingual(title, "Module"), 8, provider);
    }

    private static Enrolment enrolled(Programme programme, String course, ListedModule module) {
        var sample = Story.enrolment(1);
        return new Enrolment(
                1,
                sample.cohort(),
                new Bilingual(course, "Course"),
                programme,
                sample.name(),
                sample.legalBasis(),
                sample.admittedBy(),
                sample.ruleVersion(),
                List.of(Story.COUNSELLING, module),
                sample.startsOn(),
                sample.endsOn(),
                sample.sample(),
                sample.enrolledAt(),
                null);
    }

    @Test
    void hasAGlyphForEveryWordOfItsOwn() {
        var words = Resources.properties("template-1/words.properties").values().stream();
        assertThat(Typeface.load().unprintable(words.map(String::valueOf).collect(Collectors.joining(" "))))
                .isEmpty();
    }

    @Test
    void hasAGlyphForEveryLetterOfDin91379() {
        var typeface = Typeface.load();
        assertThat(typeface.unprintable(Din91379.LETTERS)).isEmpty();
        assertThat(typeface.unprintable(Din91379.MARKS)).isEmpty();
        assertThat(typeface.unprintable(Din91379.IN_NAMES)).isEmpty();
        assertThat(typeface.unprintable(Din91379.EXTENDED)).isEmpty();
        assertThat(typeface.unprintable(String.join("", Din91379.SEQUENCES))).isEmpty();
        assertThat(typeface.unprintable("李雷")).isEqualTo("李雷");
    }

    @Test
    void goesOnOverTwoPagesWhenThereAreManyModules() throws Exception {
        var wording = DEMO.word(Story.enrolment(1), LegalBasis.A);
        var many = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> new thami.certificate.Wording.PrintedModule("Modul " + i, 8, "Träger"))
                .toList();
        var long40 = new thami.certificate.Wording(
                wording.templateVersion(),
                wording.title(),
                wording.name(),
                wording.programme(),
                wording.course(),
                wording.legalBasis(),
                wording.attests(),
                wording.recognisedBy(),
                wording.issuedBy(),
                wording.startsOn(),
                wording.endsOn(),
                many,
                wording.sample());
        var pdf = DEMO.press(new Draft(long40, Story.NUMBER, ADDRESS, Story.TODAY, Instant.now()));
        assertThat(text(pdf.bytes())).contains("Modul 40", Story.NUMBER.grouped());
        assertThat(validate(pdf.bytes(), PDFAFlavour.PDFUA_1).isCompliant()).isTrue();
        assertThat(validate(pdf.bytes(), PDFAFlavour.PDFA_3_A).isCompliant()).isTrue();
    }

    @Test
    void claimsNoMoreThanATestKeyIsWorth() throws Exception {
        var earnest = press(SealKeys.vouchedFor(), false);
        var pdf = earnest.press(draft(earnest, "Ada", LegalBasis.A));
        assertThat(text(pdf.bytes()))
                .contains("elektronisch gesiegelt")
                .doesNotContain("Testschlüssel", "fortgeschritten", "qualifiziert");
        assertThat(pdf.testKey()).isFalse();
        var demonstration = press(SealKeys.vouchedFor(), true);
        assertThat(demonstration
                        .press(draft(demonstration, "Ada", LegalBasis.A))
                        .testKey())
                .isTrue();
    }

    @Test
    void sealsNothingWithAKeyThatIsMissingBrokenExpiredOrForTests() {
        assertThatRefuses(press(null, true), Because.NO_SEAL);
        assertThatRefuses(press("bm90IGEga2V5c3RvcmU=", true), Because.NO_SEAL);
        assertThatRefuses(press(SealKeys.selfSigned(Instant.now().minusSeconds(60)), true), Because.SEAL_NOT_VALID);
        assertThatRefuses(press(SealKeys.SELF_SIGNED, false), Because.SEAL_IS_A_TEST_KEY);
    }

    private static void assertThatRefuses(PdfPress press, Because because) {
        assertThatThrownBy(() -> press.press(draft(press, "Ada", LegalBasis.A)))
                .isInstanceOfSatisfying(
                        CannotIssue.class,
                        refused -> assertThat(refused.because()).isEqualTo(because));
    }

    private static PdfPress press(String keystore, boolean demonstration) {
        return new PdfPress(new SealProperties(keystore, SealKeys.PASSWORD), demonstration, 1);
    }

    private static Draft draft(PdfPress press, String name, LegalBasis basis) {
        var wording = press.word(Story.enrolment(1, name, basis.name()), basis);
        return new Draft(wording, Story.NUMBER, ADDRESS, Story.TODAY, Instant.now());
    }

    private static ValidationResult validate(byte[] pdf, PDFAFlavour flavour) throws VeraPDFException, IOException {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser);
        }
    }

    private static String report(ValidationResult result) {
        return Stream.concat(
                        Stream.of(
                                "profile: "
                                        + result.getValidationProfile()
                                                .getDetails()
                                                .getName(),
                                "compliant: " + result.isCompliant(),
                                "checks: " + result.getTotalAssertions(),
                                "failed: " + result.getFailedChecks().size()),
                        result.getTestAssertions().stream().map(String::valueOf))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<PDStructureElement> figures(PDStructureNode node) {
        return node.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .flatMap(element -> StandardStructureTypes.Figure.equals(element.getStructureType())
                        ? Stream.of(element)
                        : figures(element).stream())
                .toList();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            // lines end where the page does, not where the sentence does
            return new String(
                            new PDFTextStripper().getText(document).getBytes(StandardCharsets.UTF_8),
                            StandardCharsets.UTF_8)
                    .replaceAll("\\s*\\R\\s*", " ");
        }
    }
}
