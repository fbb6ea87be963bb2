package thami.certificate;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Certificates without a store; proven by the same tests as the real ones.
final class InMemoryCertificates implements Certificates {

    private final Map<CertificateId, Certificate> stored = new ConcurrentHashMap<>();

    @Override
    public Optional<Certificate> findById(CertificateId id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public Optional<Certificate> findByNumber(CertificateNumber number) {
        return stored.values().stream()
                .filter(certificate -> certificate.number().equals(number))
                .findFirst();
    }

    @Override
    public Certificate addIfAbsent(Certificate certificate) {
        var first = stored.putIfAbsent(certificate.id(), certificate);
        return first == null ? certificate : first;
    }

    int size() {
        return stored.size();
    }
}
