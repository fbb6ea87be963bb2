package thami.certificate;

/// No certificate was issued under this id.
public final class NoSuchCertificate extends RuntimeException {

    NoSuchCertificate(CertificateId id) {
        super("no certificate " + id.value());
    }
}
