package thami.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import thami.certificate.CertificateEvent.CertificateIssued;
import thami.delivery.Aggregate;

/// A certificate as it was issued: number, words, bytes and seal are frozen.
///
/// Issued once, by the release of its entitlement. It is never changed and never deleted. What becomes of it later
/// will be appended: nothing does so yet, but one that has expired or was replaced or revoked is read as such.
@Document("certificates")
@TypeAlias("certificate")
public final class Certificate extends Aggregate<CertificateEvent> {

    private final CertificateId id;
    private final EntitlementId participation;
    private final CertificateNumber number;
    private final LocalDate date;
    private final Wording wording;
    private final SealedPdf pdf;
    private final Actor releasedBy;
    private final Instant issuedAt;
    private int schemaVersion = 1;
    private @Nullable LocalDate validUntil;
    private List<StandingChange> changes = new ArrayList<>();

    private Certificate(
            CertificateId id,
            EntitlementId participation,
            CertificateNumber number,
            LocalDate date,
            Wording wording,
            SealedPdf pdf,
            Actor releasedBy,
            Instant issuedAt) {
        this.id = id;
        this.participation = participation;
        this.number = number;
        this.date = date;
        this.wording = wording;
        this.pdf = pdf;
        this.releasedBy = releasedBy;
        this.issuedAt = issuedAt;
    }

    /// Everything comes from what was prepared and released, so that issuing again makes the same.
    static Certificate issue(EntitlementId participation, Preparation prepared, Release release) {
        var certificate = new Certificate(
                release.certificate(),
                participation,
                release.number(),
                prepared.date(),
                prepared.wording(),
                prepared.pdf(),
                release.releasedBy(),
                release.releasedAt());
        certificate.raise(new CertificateIssued(
                certificate.id,
                participation,
                certificate.number,
                certificate.pdf.sha256(),
                certificate.releasedBy,
                certificate.issuedAt));
        return certificate;
    }

    public Standing standing(LocalDate today) {
        if (!changes.isEmpty()) return changes.getLast().standing();
        return validUntil != null && today.isAfter(validUntil) ? Standing.EXPIRED : Standing.VALID;
    }

    @Override
    public CertificateId id() {
        return id;
    }

    public EntitlementId participation() {
        return participation;
    }

    public CertificateNumber number() {
        return number;
    }

    public LocalDate date() {
        return date;
    }

    public Wording wording() {
        return wording;
    }

    public SealedPdf pdf() {
        return pdf;
    }

    public Actor releasedBy() {
        return releasedBy;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public List<StandingChange> changes() {
        return List.copyOf(changes);
    }
}
