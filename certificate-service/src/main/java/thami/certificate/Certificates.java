package thami.certificate;

import java.util.Optional;

/// All certificates that were issued.
public interface Certificates {

    Optional<Certificate> findById(CertificateId id);

    Optional<Certificate> findByNumber(CertificateNumber number);

    /// The stored one: this one, or the one that was first under its id.
    Certificate addIfAbsent(Certificate certificate);
}
