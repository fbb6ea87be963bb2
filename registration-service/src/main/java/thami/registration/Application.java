package thami.registration;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static thami.registration.Application.Status.ADMITTED;
import static thami.registration.Application.Status.CERTIFIED;
import static thami.registration.Application.Status.DECLINED;
import static thami.registration.Application.Status.SUBMITTED;
import static thami.registration.Application.Status.WAITLISTED;
import static thami.registration.Application.Status.WITHDRAWN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import thami.delivery.Aggregate;
import thami.registration.ApplicationEvent.ApplicationSubmitted;
import thami.registration.ApplicationEvent.ApplicationWithdrawn;
import thami.registration.ApplicationEvent.StatusLinkRenewed;
import thami.registration.Milestone.Kind;

/// One person's application to one call, from submission to the certificate.
///
/// Submitted once; may be withdrawn at any time before the certificate, and then stays withdrawn whatever
/// is decided. The cohort's decisions and the certificate are noted, not judged, here: each is kept under
/// its own number, so that it does not matter in which order or how often they arrive.
@Document("applications")
@TypeAlias("application")
public final class Application extends Aggregate<ApplicationEvent> {

    /// Where an application stands; follows from what has happened and is not stored.
    public enum Status {
        SUBMITTED,
        WAITLISTED,
        ADMITTED,
        DECLINED,
        WITHDRAWN,
        CERTIFIED
    }

    /// So often at most is a new link sent: asking again and again must not fill somebody's mailbox.
    static final Duration BETWEEN_LINKS = Duration.ofMinutes(10);

    private final ApplicationId id;
    private final CallId call;
    private final Applicant applicant;
    private final String privacyNotice;
    private final Instant submittedAt;
    private final String fingerprint;
    private final String mailbox; // indexed: whose links are to be renewed
    private final Reference reference; // indexed: what a caller names

    private int schemaVersion = 1;
    private int linkGeneration = 1;
    private @Nullable Instant linkRenewedAt;
    private @Nullable Instant withdrawnAt;
    private List<Decision> decisions = new ArrayList<>(); // by sequence
    private List<Certification> certifications = new ArrayList<>(); // by time

    private Application(
            ApplicationId id,
            CallId call,
            Applicant applicant,
            String privacyNotice,
            Instant submittedAt,
            String fingerprint,
            String mailbox,
            Reference reference) {
        this.id = id;
        this.call = call;
        this.applicant = applicant;
        this.privacyNotice = privacyNotice;
        this.submittedAt = submittedAt;
        this.fingerprint = fingerprint;
        this.mailbox = mailbox;
        this.reference = reference;
    }

    static Application submit(ApplicationId id, Submission sent, Instant now) {
        var by = sent.applicant();
        var reference = Reference.of(id);
        var application = new Application(
                id, sent.call(), by, sent.privacyNotice(), now, sent.fingerprint(), by.mailbox(), reference);
        application.raise(new ApplicationSubmitted(
                id, sent.call(), by, sent.privacyNotice(), application.linkGeneration, reference, now));
        return application;
    }

    /// @throws AlreadyCertified once there is a certificate
    void withdraw(Instant now) {
        if (withdrawnAt != null) return;
        if (!certifications.isEmpty()) throw new AlreadyCertified(id);
        withdrawnAt = now;
        raise(new ApplicationWithdrawn(id, call, now));
    }

    /// Replaces the link to the status page, unless that has only just been done.
    void renewLink(Instant now) {
        if (linkRenewedAt != null && now.isBefore(linkRenewedAt.plus(BETWEEN_LINKS))) return;
        linkRenewedAt = now;
        raise(new StatusLinkRenewed(id, ++linkGeneration, now));
    }

    /// Takes note of what was decided.
    ///
    /// @return whether it was news
    boolean note(Decision decision) {
        if (decisions.stream().anyMatch(known -> known.sequence() == decision.sequence())) return false;
        decisions.add(decision);
        decisions.sort(comparingLong(Decision::sequence));
        return true;
    }

    /// Takes note that a certificate was issued.
    ///
    /// @return whether it was news
    boolean noteCertificate(UUID certificate, Instant at) {
        if (certifications.stream().anyMatch(known -> known.certificate().equals(certificate))) return false;
        certifications.add(new Certification(certificate, at));
        certifications.sort(comparing(Certification::at).thenComparing(Certification::certificate));
        return true;
    }

    boolean cameFrom(Submission sent) {
        return fingerprint.equals(sent.fingerprint());
    }

    public Status status() {
        if (!certifications.isEmpty()) return CERTIFIED;
        if (withdrawnAt != null) return WITHDRAWN;
        if (decisions.isEmpty()) return SUBMITTED;
        return switch (decisions.getLast().outcome()) {
            case ADMITTED -> ADMITTED;
            case WAITLISTED -> WAITLISTED;
            case DECLINED -> DECLINED;
            case UNDONE -> SUBMITTED;
        };
    }

    public boolean canBeWithdrawn() {
        return switch (status()) {
            case SUBMITTED, WAITLISTED, ADMITTED -> true;
            case DECLINED, WITHDRAWN, CERTIFIED -> false;
        };
    }

    /// The way so far, earliest first. It begins with the submission, and decisions follow each other as they were
    /// taken, whatever other clocks say.
    public List<Milestone> timeline() {
        var way = new ArrayList<Milestone>();
        decisions.forEach(decision -> way.add(milestone(decision)));
        if (withdrawnAt != null) insert(new Milestone(Kind.WITHDRAWN, withdrawnAt), way);
        certifications.forEach(issued -> insert(new Milestone(Kind.CERTIFIED, issued.at()), way));
        way.addFirst(new Milestone(Kind.SUBMITTED, submittedAt));
        return List.copyOf(way);
    }

    /// Behind everything that is not later.
    private static void insert(Milestone step, List<Milestone> way) {
        var place = way.size();
        while (place > 0 && way.get(place - 1).at().isAfter(step.at())) place--;
        way.add(place, step);
    }

    private static Milestone milestone(Decision decision) {
        var kind = switch (decision.outcome()) {
            case ADMITTED -> Kind.ADMITTED;
            case WAITLISTED -> Kind.WAITLISTED;
            case DECLINED -> Kind.DECLINED;
            case UNDONE -> Kind.REOPENED;
        };
        return new Milestone(kind, decision.at(), decision.position());
    }

    @Override
    public ApplicationId id() {
        return id;
    }

    public CallId call() {
        return call;
    }

    public Applicant applicant() {
        return applicant;
    }

    public String privacyNotice() {
        return privacyNotice;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public Reference reference() {
        return reference;
    }

    /// Which link opens the status page: the one of this generation and no other.
    public int linkGeneration() {
        return linkGeneration;
    }
}
