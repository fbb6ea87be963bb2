package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thami.certificate.Story.CERTIFICATION;
import static thami.certificate.Story.COUNSELLING;
import static thami.certificate.Story.ID;
import static thami.certificate.Story.LAW;
import static thami.certificate.Story.NOON;
import static thami.certificate.Story.TRAINER;
import static thami.certificate.Story.completed;
import static thami.certificate.Story.corrected;
import static thami.certificate.Story.ended;
import static thami.certificate.Story.enrolment;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import thami.certificate.CertificateEvent.CertificateIssued;
import thami.certificate.Entitlement.State;

/// One life told whole, without Spring: from the first fact to the certificate that anybody can verify.
class CertificateLifeTest {

    private Instant now = NOON;
    private final InMemoryEntitlements entitlements = new InMemoryEntitlements();
    private final InMemoryCertificates certificates = new InMemoryCertificates();
    private final FakePress press = new FakePress();
    private final PrintedAddress address = new PrintedAddress(URI.create("https://thami.example.org"), false);
    private final Calendar calendar = new Calendar(clock());
    private final CollectFact collect = new CollectFact(entitlements);
    private final PrepareCertificate prepare =
            new PrepareCertificate(entitlements, press, address, new Random(5), calendar);
    private final ReleaseCertificate release = new ReleaseCertificate(entitlements, certificates, address, calendar);
    private final VerifyCertificate verify = new VerifyCertificate(certificates, calendar);
    private final LookUp lookUp = new LookUp(entitlements, certificates, calendar);

    @Test
    void namesTheLastDayOfTheCourseButNoneAfterItsOwn() {
        ready();
        now = Instant.parse("2026-07-31T12:00:00Z");

        var early = prepare.prepare(ID, CERTIFICATION);
        assertThat(early.wording().startsOn()).isEqualTo(enrolment(1).startsOn());
        assertThat(early.wording().endsOn()).isEqualTo(early.date());

        now = NOON;
        assertThat(prepare.prepare(ID, CERTIFICATION).wording().endsOn())
                .isEqualTo(enrolment(1).endsOn());
    }

    /// Planned from March on and moved to September, when one module was completed already.
    @Test
    void beginsWithTheFirstModuleWhenTheCohortWasMovedBehindIt() {
        var april = LocalDate.parse("2026-04-17");
        collect.into(ID, entitlement -> entitlement.enrol(enrolment(1)));
        collect.into(ID, entitlement -> entitlement.record(completed(2, LAW, april)));
        collect.into(ID, entitlement -> entitlement.enrol(moved(3)));
        collect.into(ID, entitlement -> entitlement.record(completed(4, COUNSELLING, LocalDate.parse("2026-07-30"))));
        now = Instant.parse("2026-07-31T12:00:00Z");

        var early = prepare.prepare(ID, CERTIFICATION).wording();
        assertThat(early.startsOn()).isEqualTo(april);
        assertThat(early.endsOn()).hasToString("2026-07-31");

        now = Instant.parse("2026-12-30T12:00:00Z");
        var complete = prepare.prepare(ID, CERTIFICATION).wording();
        assertThat(complete.startsOn()).isEqualTo(april);
        assertThat(complete.endsOn()).isEqualTo(moved(3).endsOn());
    }

    @Test
    void anotherFirstModuleDiscardsWhatWasPreparedWithItsDay() {
        ready();
        collect.into(ID, entitlement -> entitlement.enrol(moved(4)));
        prepare.prepare(ID, CERTIFICATION);

        collect.into(ID, entitlement -> entitlement.record(corrected(5, LAW)));
        collect.into(ID, entitlement -> entitlement.record(completed(6, LAW, LocalDate.parse("2026-03-20"))));

        assertThatThrownBy(() -> lookUp.preview(ID)).isInstanceOf(NothingPrepared.class);
        assertThat(prepare.prepare(ID, CERTIFICATION).wording().startsOn()).hasToString("2026-03-20");
    }

    @Test
    void fromTheFirstFactToTheCertificateThatAnybodyCanVerify() {
        collect.into(ID, entitlement -> entitlement.enrol(enrolment(1)));
        collect.into(ID, entitlement -> entitlement.record(completed(2, LAW)));
        assertThatThrownBy(() -> prepare.prepare(ID, CERTIFICATION)).isInstanceOf(NotReady.class);

        collect.into(ID, entitlement -> entitlement.record(completed(3, COUNSELLING)));
        assertThat(lookUp.entitlements(State.READY, Optional.empty(), 10)).hasSize(1);

        var prepared = prepare.prepare(ID, CERTIFICATION);
        assertThat(prepare.prepare(ID, CERTIFICATION)).isEqualTo(prepared);
        assertThat(press.pressed).hasValue(1);
        assertThat(verify.verify(prepared.number())).isEmpty();

        collect.into(ID, entitlement -> entitlement.record(corrected(4, LAW)));
        assertThatThrownBy(() -> lookUp.preview(ID)).isInstanceOf(NothingPrepared.class);
        collect.into(ID, entitlement -> entitlement.record(completed(5, LAW)));

        var again = prepare.prepare(ID, CERTIFICATION);
        assertThat(again.number()).isNotEqualTo(prepared.number());
        assertThatThrownBy(() -> release.release(ID, prepared.pdf().sha256(), CERTIFICATION))
                .isInstanceOf(PreviewOutdated.class);
        assertThatThrownBy(() -> release.release(ID, again.pdf().sha256(), TRAINER))
                .isInstanceOf(SecondPersonNeeded.class);

        var released = release.release(ID, again.pdf().sha256(), CERTIFICATION);

        var certificate = lookUp.certificate(released.certificate());
        assertThat(certificate.pdf()).isEqualTo(again.pdf());
        assertThat(certificate.raised())
                .containsExactly(new CertificateIssued(
                        released.certificate(), ID, again.number(), again.pdf().sha256(), CERTIFICATION, NOON));
        assertThat(verify.verify(released.number())).get().satisfies(verification -> {
            assertThat(verification.standing()).isEqualTo(Standing.VALID);
            assertThat(verification.toString()).doesNotContain("Şule");
        });
        assertThat(release.release(ID, again.pdf().sha256(), CERTIFICATION)).isEqualTo(released);
        assertThat(certificates.size()).isOne();
    }

    @Test
    void whatWasPreparedYesterdayIsPreparedAnew() {
        ready();
        var yesterday = prepare.prepare(ID, CERTIFICATION);
        now = NOON.plus(Duration.ofDays(1));

        assertThatThrownBy(() -> release.release(ID, yesterday.pdf().sha256(), CERTIFICATION))
                .isInstanceOf(PreviewOutdated.class);
        assertThat(lookUp.entitlement(ID).state()).isEqualTo(State.READY);

        var today = prepare.prepare(ID, CERTIFICATION);
        assertThat(today.date()).isEqualTo(yesterday.date().plusDays(1));
        release.release(ID, today.pdf().sha256(), CERTIFICATION);
    }

    @Test
    void theDayIsThatOfThuringia() {
        now = Instant.parse("2026-11-23T23:30:00Z");
        ready();
        assertThat(prepare.prepare(ID, CERTIFICATION).date()).hasToString("2026-11-24");
    }

    @Test
    void withdrawalWinsUntilTheRelease() {
        ready();
        var prepared = prepare.prepare(ID, CERTIFICATION);
        collect.into(ID, entitlement -> entitlement.end(ended(9)));

        assertThatThrownBy(() -> release.release(ID, prepared.pdf().sha256(), CERTIFICATION))
                .isInstanceOf(ParticipationHasEnded.class);
        assertThat(certificates.size()).isZero();
    }

    @Test
    void aReleaseThatWasInterruptedIsFinishedWithTheSameNumberAndBytes() {
        ready();
        var prepared = prepare.prepare(ID, CERTIFICATION);
        var crashed = entitlements.findById(ID).orElseThrow();
        crashed.release(prepared.pdf().sha256(), CERTIFICATION, calendar.today(), calendar.now());
        entitlements.save(crashed); // and nothing more: the process is gone
        assertThat(verify.verify(prepared.number())).isEmpty();

        assertThat(release.interrupted(10)).containsExactly(ID);
        release.finish(ID);
        release.finish(ID); // by another instance too
        assertThat(release.interrupted(10)).isEmpty();

        assertThat(certificates.findByNumber(prepared.number())).get().satisfies(certificate -> {
            assertThat(certificate.id()).isEqualTo(prepared.certificate());
            assertThat(certificate.pdf()).isEqualTo(prepared.pdf());
        });
    }

    private void ready() {
        collect.into(ID, entitlement -> entitlement.enrol(enrolment(1)));
        collect.into(ID, entitlement -> entitlement.record(completed(2, LAW)));
        collect.into(ID, entitlement -> entitlement.record(completed(3, COUNSELLING)));
    }

    private static Enrolment moved(long sequence) {
        return enrolment(sequence).lasting(LocalDate.parse("2026-09-01"), LocalDate.parse("2026-12-01"));
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }
}
