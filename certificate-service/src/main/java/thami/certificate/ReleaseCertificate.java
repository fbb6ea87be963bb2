package thami.certificate;

import java.util.List;
import org.springframework.stereotype.Service;

/// Releases exactly the bytes that were looked at, by a second person.
///
/// The save of the entitlement is the decision; the certificate follows from it alone and is inserted under an id that
/// was chosen beforehand. Whoever finishes it (this request, its repeat, or the schedule after a crash) makes the same.
@Service
public class ReleaseCertificate {

    private final Entitlements entitlements;
    private final Certificates certificates;
    private final PrintedAddress address;
    private final Calendar calendar;

    ReleaseCertificate(
            Entitlements entitlements, Certificates certificates, PrintedAddress address, Calendar calendar) {
        this.entitlements = entitlements;
        this.certificates = certificates;
        this.address = address;
        this.calendar = calendar;
    }

    public Release release(EntitlementId id, String sha256, Actor by) {
        address.mustBePublic();
        var entitlement = entitlements.findById(id).orElseThrow(() -> new NoSuchEntitlement(id));
        if (entitlement.discardUnlessOf(calendar.today())) {
            entitlements.save(entitlement);
            throw new PreviewOutdated();
        }
        var isRepeat = entitlement.release().isPresent();
        var release = entitlement.release(sha256, by, calendar.today(), calendar.now());
        if (!isRepeat) entitlements.save(entitlement);
        finish(entitlement);
        return release;
    }

    /// Those whose certificate was decided and is not stored: something came between, or is about to store it.
    public List<EntitlementId> interrupted(int limit) {
        return entitlements.findWithDueCertificate(limit);
    }

    public long countInterrupted() {
        return entitlements.countWithDueCertificate();
    }

    /// Stores the certificate that was decided, unless somebody has meanwhile.
    public void finish(EntitlementId id) {
        entitlements.findById(id).ifPresent(this::finish);
    }

    private void finish(Entitlement entitlement) {
        entitlement.dueCertificate().ifPresent(certificate -> {
            certificates.addIfAbsent(certificate);
            entitlement.certificateStored();
            entitlements.save(entitlement);
        });
    }
}
