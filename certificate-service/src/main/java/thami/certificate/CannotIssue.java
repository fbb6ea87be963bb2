package thami.certificate;

/// This installation, or this name, does not allow a certificate that could stand for years.
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
        NAME_NOT_PRINTABLE
    }

    private final Because because;
    private final String detail;

    public CannotIssue(Because because, String detail) {
        super(because + ": " + detail);
        this.because = because;
        this.detail = detail;
    }

    public Because because() {
        return because;
    }

    /// What the sentence shown names: an address, the characters; may be empty.
    public String detail() {
        return detail;
    }
}
