package thami.certificate;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// Prints a line instead of a page.
final class FakePress implements CertificatePress {

    final AtomicInteger pressed = new AtomicInteger();

    @Override
    public Wording word(Enrolment enrolment, LegalBasis basis) {
        return Story.wording(enrolment);
    }

    @Override
    public SealedPdf press(Draft draft) {
        pressed.incrementAndGet();
        var bytes = (draft.wording().name() + draft.verifyAt()).getBytes(StandardCharsets.UTF_8);
        var sha256 = Integer.toHexString(draft.verifyAt().hashCode()) + "0".repeat(56);
        return new SealedPdf(bytes, sha256.substring(0, 64 - 8) + "00000000", "key", "ECDSA", "PAdES-BASELINE-B", true);
    }
}
