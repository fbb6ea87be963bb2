package thami.certificate;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// What staff and holders may look at; nothing is changed by looking.
@Service
public class LookUp {

    private final Entitlements entitlements;
    private final Certificates certificates;
    private final Calendar calendar;

    LookUp(Entitlements entitlements, Certificates certificates, Calendar calendar) {
        this.entitlements = entitlements;
        this.certificates = certificates;
        this.calendar = calendar;
    }

    public Entitlement entitlement(EntitlementId id) {
        return entitlements.findById(id).orElseThrow(() -> new NoSuchEntitlement(id));
    }

    public List<EntitlementSummary> entitlements(Entitlement.State state, Optional<EntitlementId> after, int limit) {
        return entitlements.findPage(state, after, limit);
    }

    public long countContradicted() {
        return entitlements.countContradicted();
    }

    /// What was prepared today; of another day there is nothing to release.
    public Optional<Preparation> prepared(Entitlement entitlement) {
        return entitlement.preparedOn(calendar.today());
    }

    /// The very bytes that would be released.
    public Preparation preview(EntitlementId id) {
        return prepared(entitlement(id)).orElseThrow(() -> new NothingPrepared(id));
    }

    public Certificate certificate(CertificateId id) {
        return certificates.findById(id).orElseThrow(() -> new NoSuchCertificate(id));
    }

    public Optional<Certificate> findCertificate(CertificateId id) {
        return certificates.findById(id);
    }

    public Optional<Certificate> findCertificate(CertificateNumber number) {
        return certificates.findByNumber(number);
    }

    public Standing standing(Certificate certificate) {
        return certificate.standing(calendar.today());
    }
}
