package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thami.certificate.Story.ADMISSIONS;
import static thami.certificate.Story.CERTIFICATION;
import static thami.certificate.Story.COUNSELLING;
import static thami.certificate.Story.ID;
import static thami.certificate.Story.LAW;
import static thami.certificate.Story.NOON;
import static thami.certificate.Story.TODAY;
import static thami.certificate.Story.TRAINER;
import static thami.certificate.Story.completed;
import static thami.certificate.Story.corrected;
import static thami.certificate.Story.ended;
import static thami.certificate.Story.enrolment;
import static thami.certificate.Story.readyEntitlement;
import static thami.certificate.Story.rebased;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thami.certificate.Entitlement.State;

class EntitlementTest {

    private static final String SHA = "ab".repeat(32);

    @Test
    void isIncompleteUntilEachListedModuleIsCompleted() {
        var entitlement = Entitlement.of(ID);
        entitlement.enrol(enrolment(1));
        assertThat(entitlement.missing())
                .containsExactly(new Missing.Completion(LAW), new Missing.Completion(COUNSELLING));

        entitlement.record(completed(2, LAW));
        assertThat(entitlement.missing()).containsExactly(new Missing.Completion(COUNSELLING));
        assertThat(entitlement.state()).isEqualTo(State.INCOMPLETE);

        entitlement.record(completed(3, COUNSELLING));
        assertThat(entitlement.missing()).isEmpty();
        assertThat(entitlement.state()).isEqualTo(State.READY);
    }

    @Test
    void waitsForTheEnrolmentWhenModulesComeFirst() {
        var entitlement = Entitlement.of(ID);
        entitlement.record(completed(3, COUNSELLING));
        entitlement.record(completed(2, LAW));
        assertThat(entitlement.missing()).containsExactly(new Missing.TheEnrolment());

        entitlement.enrol(enrolment(1));
        assertThat(entitlement.state()).isEqualTo(State.READY);
    }

    @Test
    void missesAModuleAgainWhenItsCompletionWasTakenBack() {
        var entitlement = readyEntitlement();
        entitlement.record(corrected(4, LAW));
        assertThat(entitlement.missing()).containsExactly(new Missing.Completion(LAW));
        assertThat(entitlement.state()).isEqualTo(State.INCOMPLETE);
    }

    @Test
    void keepsTheCorrectionWhenTheCompletionItTookBackComesLate() {
        var entitlement = Entitlement.of(ID);
        entitlement.enrol(enrolment(1));
        entitlement.record(corrected(3, LAW));
        assertThat(entitlement.record(completed(2, LAW))).isFalse();
        assertThat(entitlement.missing()).contains(new Missing.Completion(LAW));
    }

    @Test
    void takesNoNoticeOfRepeats() {
        var entitlement = readyEntitlement();
        assertThat(entitlement.enrol(enrolment(1))).isFalse();
        assertThat(entitlement.record(completed(2, LAW))).isFalse();
    }

    @Test
    void lacksALegalBasisThatNobodyHasWordsFor() {
        var entitlement = Entitlement.of(ID);
        entitlement.enrol(enrolment(1, "Ada", "C"));
        assertThat(entitlement.missing()).contains(new Missing.KnownLegalBasis("C"));
    }

    /// `ready()` is what a certificate is made of; what cohort planned stays as it came.
    @ParameterizedTest
    @CsvSource(textBlock = """
            # a module completed | another    | the certificate begins
            2026-04-17           | 2026-03-20 | 2026-03-02
            2026-02-10           | 2026-04-17 | 2026-02-10
            2026-04-17           | 2026-02-10 | 2026-02-10
            """, delimiter = '|')
    void aCertificateBeginsAsPlannedOrWithTheFirstModule(LocalDate law, LocalDate counselling, LocalDate begins) {
        var entitlement = Entitlement.of(ID);
        entitlement.enrol(enrolment(1));
        entitlement.record(completed(2, LAW, law));
        entitlement.record(completed(3, COUNSELLING, counselling));

        assertThat(entitlement.ready().startsOn()).isEqualTo(begins);
        assertThat(entitlement.ready().endsOn()).isEqualTo(enrolment(1).endsOn());
        assertThat(entitlement.enrolment()).contains(enrolment(1));
    }

    @Test
    void aCertificateDoesNotBeginWithAModuleThatItDoesNotList() {
        var other = new ListedModule(UUID.randomUUID(), LAW.title(), 8, LAW.provider());
        var entitlement = readyEntitlement();
        entitlement.record(completed(4, other, LocalDate.parse("2026-02-10")));

        assertThat(entitlement.ready().startsOn()).isEqualTo(enrolment(1).startsOn());
    }

    @Test
    void endsWithTheParticipation() {
        var entitlement = readyEntitlement();
        entitlement.end(ended(4));
        assertThat(entitlement.state()).isEqualTo(State.ENDED);
        assertThatThrownBy(() -> entitlement.prepare(prepared(TODAY))).isInstanceOf(ParticipationHasEnded.class);
    }

    @Test
    void goesOnWhenSomebodyIsEnrolledAgainLater() {
        var entitlement = readyEntitlement();
        entitlement.end(ended(4));
        entitlement.enrol(enrolment(5));
        assertThat(entitlement.state()).isEqualTo(State.READY);
        assertThat(entitlement.ending()).isEmpty();
    }

    @Test
    void isPreparedOnlyWhenNothingIsMissing() {
        var entitlement = Entitlement.of(ID);
        entitlement.enrol(enrolment(1));
        assertThatThrownBy(() -> entitlement.prepare(prepared(TODAY)))
                .isInstanceOfSatisfying(
                        NotReady.class, refused -> assertThat(refused.missing()).hasSize(2));
    }

    @Test
    void forgetsWhatWasPreparedWhenAFactChanges() {
        var entitlement = readyEntitlement();
        entitlement.prepare(prepared(TODAY));
        assertThat(entitlement.state()).isEqualTo(State.PREPARED);

        entitlement.enrol(enrolment(4, "Şule Anders", "B"));

        assertThat(entitlement.state()).isEqualTo(State.READY);
        assertThat(entitlement.preparedOn(TODAY)).isEmpty();
    }

    @Test
    void keepsWhatWasPreparedWhenAFactIsRepeated() {
        var entitlement = readyEntitlement();
        entitlement.prepare(prepared(TODAY));
        entitlement.record(completed(3, COUNSELLING));
        assertThat(entitlement.preparedOn(TODAY)).isPresent();
    }

    @Test
    void isReleasedBySomebodyElseThanWhoAdmittedOrRecordedLast() {
        var entitlement = readyEntitlement();
        entitlement.prepare(prepared(TODAY));

        assertThatThrownBy(() -> entitlement.release(SHA, ADMISSIONS, TODAY, NOON))
                .isInstanceOfSatisfying(
                        SecondPersonNeeded.class,
                        refused -> assertThat(refused.objection()).isEqualTo(Objection.ADMITTED));
        assertThatThrownBy(() -> entitlement.release(SHA, TRAINER, TODAY, NOON))
                .isInstanceOfSatisfying(
                        SecondPersonNeeded.class,
                        refused -> assertThat(refused.objection()).isEqualTo(Objection.RECORDED));

        assertThat(entitlement.release(SHA, CERTIFICATION, TODAY, NOON).releasedBy())
                .isEqualTo(CERTIFICATION);
        assertThat(entitlement.state()).isEqualTo(State.RELEASED);
    }

    @Test
    void isReleasedBySomebodyElseThanWhoChangedTheLegalBasis() {
        var entitlement = readyEntitlement();
        entitlement.enrol(rebased(4, CERTIFICATION));
        entitlement.prepare(prepared(TODAY));

        assertThatThrownBy(() -> entitlement.release(SHA, CERTIFICATION, TODAY, NOON))
                .isInstanceOfSatisfying(
                        SecondPersonNeeded.class,
                        refused -> assertThat(refused.objection()).isEqualTo(Objection.REBASED));
        assertThat(entitlement.objectionTo(ADMISSIONS)).contains(Objection.ADMITTED);
        assertThat(entitlement.objectionTo(new Actor(CERTIFICATION.issuer(), "another")))
                .isEmpty();
    }

    @Test
    void asksForTheLastModuleByItsSequenceNotItsDay() {
        var entitlement = Entitlement.of(ID);
        entitlement.enrol(enrolment(1));
        entitlement.record(new ModuleRecord(LAW.id(), 9, TODAY.minusYears(1), CERTIFICATION, NOON));
        entitlement.record(new ModuleRecord(COUNSELLING.id(), 3, TODAY, TRAINER, NOON));
        assertThat(entitlement.lastRecordedBy()).contains(CERTIFICATION);
        assertThat(entitlement.objectionTo(CERTIFICATION)).contains(Objection.RECORDED);
    }

    @Test
    void comparesPeopleByIssuerAndSubjectTogether() {
        var namesake = new Actor("https://other.example", ADMISSIONS.subject());
        assertThat(readyEntitlement().objectionTo(namesake)).isEmpty();
    }

    @Test
    void releasesOnlyTheBytesThatWereLookedAt() {
        var entitlement = readyEntitlement();
        entitlement.prepare(prepared(TODAY));
        assertThatThrownBy(() -> entitlement.release("cd".repeat(32), CERTIFICATION, TODAY, NOON))
                .isInstanceOf(PreviewOutdated.class);
    }

    @Test
    void releasesNothingOfYesterday() {
        var entitlement = readyEntitlement();
        entitlement.prepare(prepared(TODAY.minusDays(1)));
        assertThatThrownBy(() -> entitlement.release(SHA, CERTIFICATION, TODAY, NOON))
                .isInstanceOf(PreviewOutdated.class);
        assertThat(entitlement.discardUnlessOf(TODAY)).isTrue();
        assertThat(entitlement.state()).isEqualTo(State.READY);
    }

    @Test
    void isReleasedOnceAndTheRepeatGivesTheFirst() {
        var entitlement = readyEntitlement();
        entitlement.prepare(prepared(TODAY));
        var first = entitlement.release(SHA, CERTIFICATION, TODAY, NOON);

        assertThat(entitlement.release(SHA, CERTIFICATION, TODAY.plusDays(1), NOON.plusSeconds(90_000)))
                .isSameAs(first);
        assertThatThrownBy(() -> entitlement.release(SHA, TRAINER, TODAY, NOON)).isInstanceOf(AlreadyReleased.class);
        assertThatThrownBy(() -> entitlement.prepare(prepared(TODAY))).isInstanceOf(AlreadyReleased.class);
    }

    @Test
    void staysReleasedWhateverIsReportedLater() {
        var entitlement = readyEntitlement();
        entitlement.prepare(prepared(TODAY));
        entitlement.release(SHA, CERTIFICATION, TODAY, NOON);

        entitlement.end(ended(9));
        entitlement.record(corrected(10, LAW));
        entitlement.enrol(rebased(11, TRAINER));

        assertThat(entitlement.state()).isEqualTo(State.RELEASED);
        assertThat(entitlement.dueCertificate())
                .hasValueSatisfying(certificate -> assertThat(certificate.wording())
                        .isEqualTo(Story.preparation(TODAY, SHA).wording()));
    }

    @Test
    void isContradictedByAnEndOrACorrectionThatIsReportedAfterTheRelease() {
        var entitlement = released();
        assertThat(entitlement.isContradicted()).isFalse();

        entitlement.end(ended(4));
        assertThat(entitlement.isContradicted()).isTrue();
        entitlement.enrol(enrolment(5));
        assertThat(entitlement.isContradicted()).isFalse();

        entitlement.record(corrected(6, LAW));
        assertThat(entitlement.isContradicted()).isTrue();
        entitlement.record(completed(7, LAW));
        assertThat(entitlement.isContradicted()).isFalse();
    }

    @Test
    void isContradictedByAnotherLegalBasisThanTheOneThatWasCertified() {
        var entitlement = released();
        entitlement.enrol(enrolment(4, Story.SULE, "B"));
        assertThat(entitlement.isContradicted()).isTrue();
        assertThat(entitlement.otherCertifiedBasis()).contains("A");

        entitlement.enrol(enrolment(5, Story.SULE, "A"));
        assertThat(entitlement.isContradicted()).isFalse();
        assertThat(entitlement.otherCertifiedBasis()).isEmpty();
    }

    @Test
    void isContradictedByNothingThatWasReportedBefore() {
        var entitlement = readyEntitlement();
        entitlement.end(ended(4));
        assertThat(entitlement.isContradicted()).isFalse();
        entitlement.enrol(enrolment(5, Story.SULE, "B"));
        entitlement.prepare(prepared(TODAY));
        entitlement.release(SHA, CERTIFICATION, TODAY, NOON);
        assertThat(entitlement.isContradicted()).isFalse();
    }

    private static Entitlement released() {
        var entitlement = readyEntitlement();
        entitlement.prepare(prepared(TODAY));
        entitlement.release(SHA, CERTIFICATION, TODAY, NOON);
        return entitlement;
    }

    @Test
    void hasACertificateDueFromTheReleaseUntilItIsStored() {
        var entitlement = readyEntitlement();
        entitlement.prepare(prepared(TODAY));
        assertThat(entitlement.dueCertificate()).isEmpty();

        entitlement.release(SHA, CERTIFICATION, TODAY, NOON);
        assertThat(entitlement.dueCertificate()).isPresent();

        entitlement.certificateStored();
        assertThat(entitlement.dueCertificate()).isEmpty();
        assertThat(entitlement.state()).isEqualTo(State.RELEASED);
    }

    /// The rule of every consumer: whatever order, however often, the same document.
    @Test
    void isTheSameInEveryOrder() {
        var facts = List.<java.util.function.Predicate<Entitlement>>of(
                entitlement -> entitlement.enrol(enrolment(1)),
                entitlement -> entitlement.record(completed(2, LAW)),
                entitlement -> entitlement.record(corrected(3, LAW)),
                entitlement -> entitlement.record(completed(4, COUNSELLING)),
                entitlement -> entitlement.end(ended(5)),
                entitlement -> entitlement.enrol(enrolment(6, "Şule Anders", "B")),
                entitlement -> entitlement.record(completed(7, LAW)));
        var expected = Entitlement.of(ID);
        facts.forEach(fact -> fact.test(expected));
        assertThat(expected.state()).isEqualTo(State.READY);

        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var shuffled = new java.util.ArrayList<>(facts);
            random.ints(5, 0, facts.size()).forEach(again -> shuffled.add(facts.get(again)));
            java.util.Collections.shuffle(shuffled, random);
            var entitlement = Entitlement.of(ID);
            shuffled.forEach(fact -> fact.test(entitlement));
            assertThat(entitlement)
                    .as("seed %s", seed)
                    .usingRecursiveComparison()
                    .isEqualTo(expected);
        }
    }

    private static Preparation prepared(java.time.LocalDate date) {
        return Story.preparation(date, SHA);
    }
}
