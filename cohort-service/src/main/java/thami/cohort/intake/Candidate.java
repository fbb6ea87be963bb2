package thami.cohort.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;
import thami.cohort.planning.CohortId;

/// One person in the queue of one call.
///
/// Follows facts and decides nothing: it comes with the application, takes its standing from the intake, and
/// learns of a withdrawal and of the certificate. Whichever of these facts is first makes the document; the
/// application gives it a face.
@Document("candidates")
@TypeAlias("candidate")
public final class Candidate {

    private final CandidateId id;

    @Version
    private long version;

    private @Nullable CohortId cohort;
    private @Nullable Applicant applicant;
    private @Nullable Likeness likeness;
    private @Nullable String order;
    private Standing decided = Standing.WAITING;
    private long decidedIn;
    private @Nullable Instant withdrawnAt;
    private @Nullable Instant certifiedAt;
    private Standing standing = Standing.WAITING;
    private int schemaVersion = 1;

    private Candidate(CandidateId id) {
        this.id = id;
    }

    /// Somebody of whom nothing is known yet but the id.
    static Candidate expected(CandidateId id) {
        return new Candidate(id);
    }

    /// @return whether that was news; so do all facts that it follows
    boolean apply(CohortId cohort, Applicant applicant, String email) {
        if (this.applicant != null) return false;
        this.cohort = cohort;
        this.applicant = applicant;
        likeness = Likeness.of(cohort, applicant.name(), email);
        order = applicant.submittedAt() + "/" + id.value();
        return true;
    }

    /// @param sequence of the intake's event: each carries the whole standing, so an older one is no news
    boolean decided(Standing standing, long sequence) {
        if (sequence <= decidedIn) return false;
        decided = standing;
        decidedIn = sequence;
        settle();
        return true;
    }

    boolean withdraw(Instant at) {
        if (withdrawnAt != null) return false;
        withdrawnAt = at;
        settle();
        return true;
    }

    boolean certify(Instant at) {
        if (certifiedAt != null) return false;
        certifiedAt = at;
        settle();
        return true;
    }

    private void settle() {
        standing = withdrawnAt != null ? Standing.WITHDRAWN : decided;
        if (certifiedAt != null && standing == Standing.WAITING) standing = Standing.ADMITTED;
    }

    /// Has the application itself come in?
    public boolean isKnown() {
        return applicant != null;
    }

    public CandidateId id() {
        return id;
    }

    public CohortId cohort() {
        if (cohort == null) throw new NoSuchCandidate(id);
        return cohort;
    }

    public Applicant applicant() {
        if (applicant == null) throw new NoSuchCandidate(id);
        return applicant;
    }

    /// As last heard from the intake, which knows better. Nobody who has the certificate waits for a decision: theirs
    /// was taken back too late.
    public Standing standing() {
        return standing;
    }

    public @Nullable Instant withdrawnAt() {
        return withdrawnAt;
    }

    public boolean isCertified() {
        return certifiedAt != null;
    }

    /// Equal where two names may be one person's.
    public String nameKey() {
        return likeness == null ? "" : likeness.name();
    }

    /// Equal where two applications may have come with one address.
    public String mailboxKey() {
        return likeness == null ? "" : likeness.mailbox();
    }

    public boolean hasTheNameOf(Candidate other) {
        return nameKey().equals(other.nameKey());
    }

    public boolean hasTheMailboxOf(Candidate other) {
        return mailboxKey().equals(other.mailboxKey());
    }

    public boolean isLike(Candidate other) {
        return isKnown() && other.isKnown() && !id.equals(other.id) && (hasTheNameOf(other) || hasTheMailboxOf(other));
    }

    /// Where it stands in lists: by time of application. Also the cursor of a page.
    public String order() {
        return order == null ? "" : order;
    }
}
