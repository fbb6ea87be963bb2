package thami.certificate.web;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import thami.certificate.SealedPdf;

/// The file as an answer: never cached on the way, under a name that no file system stumbles over.
final class Pdf {

    private static final int LONGEST_NAME = 80;

    private Pdf() {}

    /// To be looked at in the browser.
    static ResponseEntity<byte[]> shown(SealedPdf pdf, String name) {
        return answer(pdf, ContentDisposition.inline().filename(fileName(name)));
    }

    /// To be kept.
    static ResponseEntity<byte[]> attached(SealedPdf pdf, String name) {
        return answer(pdf, ContentDisposition.attachment().filename(fileName(name)));
    }

    private static ResponseEntity<byte[]> answer(SealedPdf pdf, ContentDisposition.Builder disposition) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .eTag('"' + pdf.sha256() + '"')
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.build().toString())
                .body(pdf.bytes());
    }

    /// ASCII letters, digits and hyphens: the `*` of the title is a wildcard in file systems, names may hold anything.
    static String fileName(String name) {
        var plain = Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var bytes = plain.substring(0, Math.min(plain.length(), LONGEST_NAME)).getBytes(StandardCharsets.US_ASCII);
        return "Zertifikat-" + new String(bytes, StandardCharsets.US_ASCII) + ".pdf";
    }
}
