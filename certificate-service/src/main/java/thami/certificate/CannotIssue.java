package thami.certificate;

import java.util.List;

/// This installation, or what would stand on it, does not allow a certificate that could stand for years.
public final class CannotIssue extends Refused {

    public enum Because {
        /// The address printed as QR code is local or not HTTPS.
        ADDRESS_NOT_PUBLIC,
        /// No key to seal with, or it cannot be opened.
        NO_SEAL,
        /// The sealing certificate has expired or is not valid yet.
        SEAL_NOT_VALID,
        /// A test key outside of a demonstration.
        SEAL_IS_A_TEST_KEY,
        /// A name with characters that the font has no glyphs for.
        NAME_NOT_PRINTABLE,
        /// The same in a title, a module or a provider.
        WORDS_NOT_PRINTABLE
    }

    private final Because because;
    private final List<String> details;

    public CannotIssue(Because because, String... details) {
        super(because + ": " + String.join(", ", details));
        this.because = because;
        this.details = List.of(details);
    }

    public Because because() {
        return because;
    }

    /// What the sentence shown names, in this order: an address; the characters, and in which text they are.
    public List<String> details() {
        return details;
    }
}
