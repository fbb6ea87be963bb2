package thami.registration;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thami.registration.Samples.CALL_ID;
import static thami.registration.Samples.CERTIFICATE;
import static thami.registration.Samples.ID;
import static thami.registration.Samples.NOON;
import static thami.registration.Samples.SUBMISSION;
import static thami.registration.Samples.SULE;
import static thami.registration.Samples.application;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import thami.registration.Application.Status;
import thami.registration.ApplicationEvent.ApplicationSubmitted;
import thami.registration.ApplicationEvent.ApplicationWithdrawn;
import thami.registration.ApplicationEvent.StatusLinkRenewed;
import thami.registration.Decision.Outcome;
import thami.registration.Milestone.Kind;

class ApplicationTest {

    private final Application application = application();

    @Test
    void tellsThatItWasSubmitted() {
        assertThat(application.raised())
                .containsExactly(
                        new ApplicationSubmitted(ID, CALL_ID, SULE, "2026-01-sample", 1, Reference.of(ID), NOON));
    }

    @Test
    void isWithdrawnOnceHoweverOftenThatIsAsked() {
        application.withdraw(NOON.plus(1, DAYS));
        application.withdraw(NOON.plus(2, DAYS));

        assertThat(application.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(application.raised())
                .filteredOn(ApplicationWithdrawn.class::isInstance)
                .containsExactly(new ApplicationWithdrawn(ID, CALL_ID, NOON.plus(1, DAYS)));
    }

    @Test
    void staysWithdrawnWhateverIsDecidedAfterwards() {
        application.withdraw(NOON);
        application.note(decision(1, Outcome.ADMITTED));

        assertThat(application.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(application.canBeWithdrawn()).isFalse();
    }

    @Test
    void cannotBeWithdrawnOnceTheCertificateIsIssued() {
        application.noteCertificate(CERTIFICATE, NOON);

        assertThatThrownBy(() -> application.withdraw(NOON.plus(1, DAYS))).isInstanceOf(AlreadyCertified.class);
        assertThat(application.status()).isEqualTo(Status.CERTIFIED);
    }

    @Test
    void standsWhereTheLatestDecisionPutsIt() {
        application.note(decision(3, Outcome.ADMITTED));
        application.note(decision(1, Outcome.WAITLISTED));
        assertThat(application.status()).isEqualTo(Status.ADMITTED);

        application.note(decision(7, Outcome.UNDONE));
        assertThat(application.status()).isEqualTo(Status.SUBMITTED);

        application.note(decision(9, Outcome.DECLINED));
        assertThat(application.status()).isEqualTo(Status.DECLINED);
    }

    @Test
    void notesTheSameDecisionAndTheSameCertificateOnce() {
        assertThat(application.note(decision(1, Outcome.ADMITTED))).isTrue();
        assertThat(application.note(decision(1, Outcome.ADMITTED))).isFalse();
        assertThat(application.noteCertificate(CERTIFICATE, NOON)).isTrue();
        assertThat(application.noteCertificate(CERTIFICATE, NOON)).isFalse();

        assertThat(application.timeline())
                .extracting(Milestone::kind)
                .containsExactly(Kind.SUBMITTED, Kind.CERTIFIED, Kind.ADMITTED);
    }

    @Test
    void tellsItsWayFromTheBeginning() {
        application.noteCertificate(CERTIFICATE, NOON.plus(300, DAYS));
        application.note(decision(5, Outcome.ADMITTED));
        application.note(decision(2, Outcome.WAITLISTED));

        assertThat(application.timeline())
                .extracting(Milestone::kind)
                .containsExactly(Kind.SUBMITTED, Kind.WAITLISTED, Kind.ADMITTED, Kind.CERTIFIED);
    }

    @Test
    void tellsDecisionsInTheirOrderEvenIfTheirClocksDiffered() {
        application.note(new Decision(5, Outcome.ADMITTED, NOON.plus(1, DAYS), null));
        application.note(new Decision(6, Outcome.UNDONE, NOON.plus(1, DAYS).minusSeconds(180), null));

        assertThat(application.status()).isEqualTo(Status.SUBMITTED);
        assertThat(application.timeline())
                .extracting(Milestone::kind)
                .containsExactly(Kind.SUBMITTED, Kind.ADMITTED, Kind.REOPENED);
    }

    @Test
    void renewsItsLinkButNotTwiceInARow() {
        application.renewLink(NOON);
        application.renewLink(NOON.plus(Application.BETWEEN_LINKS).minusMillis(1));
        application.renewLink(NOON.plus(Application.BETWEEN_LINKS));

        assertThat(application.linkGeneration()).isEqualTo(3);
        assertThat(application.raised())
                .filteredOn(StatusLinkRenewed.class::isInstance)
                .containsExactly(
                        new StatusLinkRenewed(ID, 2, NOON),
                        new StatusLinkRenewed(ID, 3, NOON.plus(Application.BETWEEN_LINKS)));
    }

    @Test
    void recognisesARepeatOfTheRequestItCameFrom() {
        assertThat(application.cameFrom(SUBMISSION)).isTrue();
        assertThat(application.cameFrom(new Submission(CALL_ID, SULE, "2026-02")))
                .isFalse();
        assertThat(application.cameFrom(new Submission(new CallId(UUID.randomUUID()), SULE, "2026-01-sample")))
                .isFalse();
    }

    private static Decision decision(long sequence, Outcome outcome) {
        return new Decision(sequence, outcome, NOON.plus(sequence, DAYS), outcome == Outcome.WAITLISTED ? 3 : null);
    }
}
