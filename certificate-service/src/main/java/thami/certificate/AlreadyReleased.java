package thami.certificate;

/// A certificate is prepared and released once; a correction would be a new one.
public final class AlreadyReleased extends Refused {

    private final transient CertificateNumber number;

    AlreadyReleased(CertificateNumber number) {
        super("already released as " + number);
        this.number = number;
    }

    public CertificateNumber number() {
        return number;
    }
}
