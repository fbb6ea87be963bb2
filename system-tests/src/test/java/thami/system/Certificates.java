package thami.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import thami.launcher.demo.Story;
import thami.launcher.demo.Story.Certificate;

/// The documents themselves: the bytes that were announced, sealed as a whole, with one person's name and number.
record Certificates(ThamiSystem system, Story story, Announced announced) {

    void assertEachIsItsOwn(Map<String, Certificate> byName) throws IOException {
        var stored = system.certificates().stream().map(Certificates::sha256).toList();
        for (var one : byName.entrySet()) {
            var pdf = pdf(one.getValue());
            assertThat(sha256(pdf)).isEqualTo(announcedHash(one.getValue())).isIn(stored);
            try (var document = Loader.loadPDF(pdf)) {
                assertSealedAsAWhole(document, pdf.length);
                var text = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
                byName.forEach((name, certificate) -> {
                    var own = name.equals(one.getKey());
                    assertThat(text.contains(name.replace(" ", "")))
                            .as("%s stands in the certificate of %s", name, one.getKey())
                            .isEqualTo(own);
                    assertThat(text.contains(certificate.number()))
                            .as("%s stands in the certificate of %s", certificate.number(), one.getKey())
                            .isEqualTo(own);
                });
            }
        }
    }

    private byte[] pdf(Certificate certificate) {
        var answer = Http.get(
                system.address("/api/certificates/%s/pdf".formatted(certificate.id())),
                "Authorization",
                "Bearer " + story.token("certification"));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private String announcedHash(Certificate certificate) {
        return announced.of("certificate-issued").stream()
                .filter(event ->
                        event.text("certificateId").equals(certificate.id().toString()))
                .filter(event -> event.text("number").equals(certificate.number()))
                .map(event -> event.text("sha256"))
                .findFirst()
                .orElseThrow();
    }

    private static void assertSealedAsAWhole(PDDocument document, int length) {
        assertThat(document.getSignatureDictionaries()).singleElement().satisfies(seal -> {
            var range = seal.getByteRange(); // from, how many, from, how many: all but the seal itself
            assertThat(range[0]).isZero();
            assertThat(range[2] + range[3]).isEqualTo(length);
            assertThat(range[2] - range[1]).isEqualTo(seal.getContents().length * 2 + 2); // hexadecimal, in < >
        });
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
