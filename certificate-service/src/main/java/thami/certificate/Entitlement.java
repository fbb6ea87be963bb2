package thami.certificate;

import static thami.certificate.Entitlement.State.ENDED;
import static thami.certificate.Entitlement.State.INCOMPLETE;
import static thami.certificate.Entitlement.State.PREPARED;
import static thami.certificate.Entitlement.State.READY;
import static thami.certificate.Entitlement.State.RELEASED;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/// One person's way to the certificate: collects what cohort reports, says what is missing, and is released once.
///
/// Facts come in any order, again, or years later from a dead letter: of each kind the one with the highest sequence
/// holds, so every order ends in the same document. When nothing is missing a certificate can be prepared, and what was
/// prepared can be released. Any new fact discards what was prepared; none changes what was released. Withdrawal and
/// release are both writes of this document: its version says which came first.
@Document("entitlements")
@TypeAlias("entitlement")
public final class Entitlement {

    public enum State {
        /// Something is missing.
        INCOMPLETE,
        /// Nothing is missing; a certificate can be prepared.
        READY,
        /// A certificate lies there to be looked at and released.
        PREPARED,
        /// Released: the certificate stands, whatever is reported later.
        RELEASED,
        /// The participation ended without a certificate.
        ENDED
    }

    private final EntitlementId id;

    @Version
    private long version; // primitive: 0 is new, so save() inserts and a second insert fails

    private int schemaVersion = 2;
    private State state = INCOMPLETE;
    private String sortName = "";
    private @Nullable Enrolment enrolment;
    private List<ModuleRecord> modules = new ArrayList<>();
    private @Nullable Ending ending;
    private @Nullable Preparation preparation;
    private @Nullable Release release;
    private @Nullable Instant certificateDueSince; // sparse index: what a crash after the release left to be done
    private @Nullable String certifiedBasis; // absent unless another one was reported after the release
    private @Nullable Boolean contradicted; // sparse index: absent unless so

    private Entitlement(EntitlementId id) {
        this.id = id;
    }

    /// The entitlement before its first fact, whichever that will be.
    public static Entitlement of(EntitlementId id) {
        return new Entitlement(id);
    }

    /// Whether this was news; a repeat, or something older than what is known, is not.
    public boolean enrol(Enrolment reported) {
        if (enrolment != null && enrolment.sequence() >= reported.sequence()) return false;
        if (release != null && enrolment != null) keepCertified(enrolment.legalBasis(), reported.legalBasis());
        enrolment = reported;
        sortName = sortable(reported.name());
        return factsChanged();
    }

    private void keepCertified(String before, String reported) {
        if (certifiedBasis == null && !reported.equals(before)) certifiedBasis = before;
    }

    /// Whether this was news; a repeat, or something older than what is known, is not.
    public boolean record(ModuleRecord reported) {
        var known = recordOf(reported.module());
        if (known.isPresent() && known.get().sequence() >= reported.sequence()) return false;
        known.ifPresent(modules::remove);
        modules.add(reported);
        modules.sort(Comparator.comparingLong(ModuleRecord::sequence)); // the same document, whatever came first
        return factsChanged();
    }

    /// Whether this was news; a repeat, or something older than what is known, is not.
    public boolean end(Ending reported) {
        if (ending != null && ending.sequence() >= reported.sequence()) return false;
        ending = reported;
        return factsChanged();
    }

    private boolean factsChanged() {
        if (release == null) preparation = null; // what was released is kept until its certificate is stored
        settle();
        return true;
    }

    private void settle() {
        if (release != null) state = RELEASED;
        else if (hasEnded()) state = ENDED;
        else if (preparation != null) state = PREPARED;
        else state = missing().isEmpty() ? READY : INCOMPLETE;
        contradicted = isContradicted() ? true : null;
    }

    /// Released, and since then it has become known that the participation ended, that something is missing again or
    /// that the legal basis is another. The certificate stands nevertheless.
    public boolean isContradicted() {
        return release != null
                && (hasEnded() || !missing().isEmpty() || otherCertifiedBasis().isPresent());
    }

    /// The legal basis that the certificate confirms, if the enrolment names another one since.
    public Optional<String> otherCertifiedBasis() {
        return Optional.ofNullable(certifiedBasis)
                .filter(certified -> enrolment != null && !certified.equals(enrolment.legalBasis()));
    }

    private boolean hasEnded() {
        return ending != null && (enrolment == null || enrolment.sequence() < ending.sequence());
    }

    /// What is still missing, in the order of the list; empty when a certificate can be prepared.
    public List<Missing> missing() {
        if (enrolment == null) return List.of(new Missing.TheEnrolment());
        var completed = modules.stream()
                .filter(ModuleRecord::isCompleted)
                .map(ModuleRecord::module)
                .collect(Collectors.toSet());
        return CompletionRule.of(enrolment.ruleVersion()).missing(enrolment, completed);
    }

    /// The enrolment to make a certificate of, if one can be made now: it begins with the first module, if that was
    /// completed before the days that are planned by now.
    Enrolment ready() {
        if (release != null) throw new AlreadyReleased(release.number());
        if (hasEnded()) throw new ParticipationHasEnded(id);
        if (enrolment == null || !missing().isEmpty()) throw new NotReady(missing());
        return firstCompletion(enrolment).map(enrolment::since).orElse(enrolment);
    }

    private Optional<LocalDate> firstCompletion(Enrolment enrolled) {
        return modules.stream()
                .filter(known -> enrolled.lists(known.module()))
                .flatMap(known -> Stream.ofNullable(known.completedOn()))
                .min(Comparator.naturalOrder());
    }

    /// What was prepared, if it was prepared today: a certificate bears the day it is released on.
    public Optional<Preparation> preparedOn(LocalDate today) {
        return Optional.ofNullable(preparation)
                .filter(prepared -> prepared.date().equals(today));
    }

    void prepare(Preparation prepared) {
        ready();
        preparation = prepared;
        settle();
    }

    /// Forgets what was prepared on another day; whether there was such a thing.
    boolean discardUnlessOf(LocalDate today) {
        if (release != null || preparation == null || preparation.date().equals(today)) return false;
        return factsChanged();
    }

    /// Decides that exactly these bytes become the certificate; repeated by the same person, it changes nothing.
    Release release(String sha256, Actor by, LocalDate today, Instant now) {
        if (release != null && release.isRepeatedBy(sha256, by)) return release;
        ready();
        var prepared = preparedOn(today)
                .filter(preview -> preview.pdf().sha256().equals(sha256))
                .orElseThrow(PreviewOutdated::new);
        objectionTo(by).ifPresent(objection -> {
            throw new SecondPersonNeeded(objection);
        });
        release = new Release(prepared.certificate(), prepared.number(), sha256, by, now);
        certificateDueSince = now;
        settle();
        return release;
    }

    /// Four eyes: neither who admitted the person, nor who changed the legal basis last, nor who recorded the last
    /// module may release.
    public Optional<Objection> objectionTo(Actor by) {
        if (enrolment != null && enrolment.admittedBy().equals(by)) return Optional.of(Objection.ADMITTED);
        if (enrolment != null && enrolment.isLegalBasisChangedBy(by)) return Optional.of(Objection.REBASED);
        return lastRecordedBy().filter(by::equals).map(_ -> Objection.RECORDED);
    }

    /// Who recorded the last module: of the completions that count, the one with the highest sequence.
    public Optional<Actor> lastRecordedBy() {
        return modules.stream()
                .filter(ModuleRecord::isCompleted)
                .max(Comparator.comparingLong(ModuleRecord::sequence))
                .map(ModuleRecord::by);
    }

    /// The certificate that the release decided, as long as nobody has confirmed that it is stored.
    Optional<Certificate> dueCertificate() {
        if (certificateDueSince == null || release == null || preparation == null) return Optional.empty();
        return Optional.of(Certificate.issue(id, preparation, release));
    }

    /// The certificate is stored and has the bytes now.
    void certificateStored() {
        certificateDueSince = null;
        preparation = null;
    }

    public Optional<ModuleRecord> recordOf(UUID module) {
        return modules.stream().filter(known -> known.module().equals(module)).findFirst();
    }

    public EntitlementId id() {
        return id;
    }

    public long version() {
        return version;
    }

    public State state() {
        return state;
    }

    public Optional<Enrolment> enrolment() {
        return Optional.ofNullable(enrolment);
    }

    public Optional<Release> release() {
        return Optional.ofNullable(release);
    }

    public Optional<Ending> ending() {
        return Optional.ofNullable(ending).filter(_ -> hasEnded());
    }

    private static String sortable(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
