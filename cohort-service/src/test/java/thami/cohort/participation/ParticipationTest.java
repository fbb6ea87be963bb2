package thami.cohort.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thami.cohort.Samples.COHORT;
import static thami.cohort.Samples.COUNSELLING;
import static thami.cohort.Samples.LAW;
import static thami.cohort.Samples.NOON;
import static thami.cohort.Samples.TOM;
import static thami.cohort.Samples.admission;
import static thami.cohort.Samples.plan;
import static thami.cohort.Samples.rebased;
import static thami.cohort.Samples.withPeriod;
import static thami.cohort.Samples.withTitle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import thami.cohort.intake.LegalBasis;
import thami.cohort.participation.ParticipationEvent.ModuleCompleted;
import thami.cohort.participation.ParticipationEvent.ModuleCompletionCorrected;
import thami.cohort.participation.ParticipationEvent.ParticipantEnrolled;
import thami.cohort.participation.ParticipationEvent.ParticipationEnded;
import thami.cohort.participation.ParticipationEvent.ParticipationEnded.Because;
import thami.cohort.planning.ModuleId;
import thami.cohort.planning.Period;
import thami.cohort.planning.Plan;
import thami.cohort.planning.Title;

class ParticipationTest {

    private static final ParticipationId ID = new ParticipationId(new UUID(0, 1));
    private static final Admission ADMISSION = admission(LegalBasis.A, NOON);
    private static final Enrolment ENROLMENT = enrolment(plan());
    private static final Title TITLE = new Title("ThAMI plus 2027 (Beispiel)", "ThAMI plus 2027 (sample)");
    private static final Plan MOVED =
            withPeriod(plan(), new Period(LocalDate.parse("2026-05-04"), LocalDate.parse("2026-12-18")));
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final LocalDate START = plan().period().startsOn();
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

    private final Participation participation = enrolled();

    @Test
    void goesFromTheSeatThroughTheModulesToTheCertificate() {
        complete(LAW, START);
        complete(COUNSELLING, TODAY);
        participation.correct(COUNSELLING, null, "falscher Tag", TOM, NOON);
        complete(COUNSELLING, TODAY.minusDays(1));
        participation.certify(NOON);

        assertThat(participation.raised())
                .containsExactly(
                        new ParticipantEnrolled(ID, ENROLMENT, ADMISSION, NOON),
                        new ModuleCompleted(ID, LAW, START, TOM, NOON),
                        new ModuleCompleted(ID, COUNSELLING, TODAY, TOM, NOON),
                        new ModuleCompletionCorrected(ID, COUNSELLING, "falscher Tag", TOM, NOON),
                        new ModuleCompleted(ID, COUNSELLING, TODAY.minusDays(1), TOM, NOON));
        assertThat(participation.state()).isEqualTo(Participation.State.CERTIFIED);
        assertThat(participation.unitsCompleted()).isEqualTo(56);
        assertThat(participation.corrections()).hasSize(1);
    }

    @Test
    void recordsTheSameOnlyOnce() {
        assertThat(complete(LAW, TODAY)).isTrue();
        assertThat(complete(LAW, TODAY)).isFalse();

        assertThat(participation.raised()).hasSize(2);
    }

    @Test
    void hasToBeCorrectedBeforeAnotherDateIsRecorded() {
        complete(LAW, TODAY);

        assertThatThrownBy(() -> complete(LAW, TODAY.minusDays(1)))
                .isInstanceOfSatisfying(
                        AlreadyCompleted.class,
                        refused -> assertThat(refused.on()).isEqualTo(TODAY));
    }

    @Test
    void isNotCompletedTomorrow() {
        assertThatThrownBy(() -> complete(LAW, TODAY.plusDays(1))).isInstanceOf(CompletedInTheFuture.class);
    }

    @Test
    void isNotCompletedBeforeTheCohortBegan() {
        assertThatThrownBy(() -> complete(LAW, START.minusDays(1))).isInstanceOf(CompletedBeforeTheStart.class);
    }

    @Test
    void mayBeCompletedEarlierWhenTheCohortWasMovedForward() {
        var moved = START.minusDays(7);

        assertThat(participation.complete(LAW, moved, () -> moved, TODAY, TOM, NOON))
                .isTrue();
    }

    @Test
    void knowsOnlyTheModulesOfItsCurriculum() {
        assertThatThrownBy(() -> complete(new ModuleId(new UUID(9, 9)), TODAY)).isInstanceOf(NotInTheCurriculum.class);
    }

    @Test
    void takesBackTheEntryThatIsMeantAndNoOther() {
        complete(LAW, TODAY);
        participation.correct(LAW, NOON, "falscher Tag", TOM, NOON);
        participation.complete(LAW, START, () -> START, TODAY, TOM, NOON.plusSeconds(1));

        assertThatThrownBy(() -> participation.correct(LAW, NOON, "falscher Tag", TOM, NOON.plusSeconds(2)))
                .isInstanceOf(RecordedMeanwhile.class);
        assertThat(participation.completion(LAW)).isPresent();
    }

    @Test
    void takesBackOnlyWhatWasRecorded() {
        assertThatThrownBy(() -> participation.correct(LAW, null, "r", TOM, NOON))
                .isInstanceOf(NotCompleted.class);
    }

    @Test
    void recordsNothingOnceTheSeatIsFreed() {
        participation.end(Because.WITHDRAWN, NOON, 2);

        assertThat(participation.raised()).last().isEqualTo(new ParticipationEnded(ID, Because.WITHDRAWN, NOON));
        assertThatThrownBy(() -> complete(LAW, TODAY)).isInstanceOf(NotEnrolled.class);
    }

    @Test
    void recordsNothingOnceTheCertificateIsReleased() {
        participation.certify(NOON);

        assertThatThrownBy(() -> complete(LAW, TODAY)).isInstanceOf(NotEnrolled.class);
        assertThatThrownBy(() -> participation.correct(LAW, null, "r", TOM, NOON))
                .isInstanceOf(NotEnrolled.class);
    }

    @Test
    void goesOnWithWhatWasCompletedWhenTheSeatIsGivenAgain() {
        complete(LAW, TODAY);
        participation.end(Because.UNDONE, NOON, 2);
        var again = admission(LegalBasis.B, NOON.plusSeconds(60));
        participation.admit(COHORT, again, 3);

        assertThat(participation.raised()).last().isEqualTo(new ParticipantEnrolled(ID, ENROLMENT, again, again.at()));
        assertThat(participation.completion(LAW)).isPresent();
        assertThat(participation.state()).isEqualTo(Participation.State.ENROLLED);
    }

    @Test
    void doesNotGoBackToWhatWasDecidedEarlier() {
        participation.end(Because.UNDONE, NOON, 5);

        assertThat(participation.admit(COHORT, ADMISSION, 1)).isFalse();
        assertThat(participation.end(Because.UNDONE, NOON, 5)).isFalse();
        assertThat(participation.state()).isEqualTo(Participation.State.ENDED);
    }

    @Test
    void isAnnouncedOnlyWhenTheNameIsKnown() {
        var expected = Participation.expected(ID);
        expected.admit(COHORT, ADMISSION, 1);

        assertThat(expected.state()).isEqualTo(Participation.State.EXPECTED);
        assertThat(expected.raised()).isEmpty();
    }

    @Test
    void isAnnouncedAnewWhenTheCohortIsMovedOrCalledOtherwiseAndOnlyThen() {
        assertThat(participation.follow(MOVED, LATER)).isTrue();
        assertThat(participation.follow(MOVED, LATER.plusSeconds(1))).isFalse();
        assertThat(participation.follow(withTitle(MOVED, TITLE), LATER)).isTrue();

        assertThat(participation.raised())
                .containsExactly(
                        new ParticipantEnrolled(ID, ENROLMENT, ADMISSION, NOON),
                        new ParticipantEnrolled(ID, enrolment(MOVED), ADMISSION, LATER),
                        new ParticipantEnrolled(ID, enrolment(withTitle(MOVED, TITLE)), ADMISSION, LATER));
    }

    @Test
    void isAnnouncedForTheDaysOfTheMovedCohortWhenTheSeatIsGivenAgain() {
        participation.end(Because.UNDONE, NOON, 2);
        participation.follow(MOVED, LATER);
        assertThat(participation.raised()).hasSize(2);

        participation.admit(COHORT, ADMISSION, 3);

        assertThat(participation.raised())
                .last()
                .isEqualTo(new ParticipantEnrolled(ID, enrolment(MOVED), ADMISSION, NOON));
    }

    @Test
    void isNotAnnouncedAnewOnceTheCertificateIsReleased() {
        participation.certify(NOON);
        participation.follow(MOVED, LATER);

        assertThat(participation.raised()).hasSize(1);
    }

    @Test
    void countsWhatWasCompletedBeforeTheCohortWasMovedToALaterDay() {
        participation.follow(MOVED, LATER);

        assertThat(participation.complete(LAW, START, () -> MOVED.period().startsOn(), TODAY, TOM, NOON))
                .isTrue();
    }

    @Test
    void isAnnouncedAnewOnAnotherLegalBasis() {
        var rebased = rebased(ADMISSION, LegalBasis.B, LATER);

        assertThat(participation.admit(COHORT, rebased, 2)).isTrue();
        assertThat(participation.admit(COHORT, rebased, 2)).isFalse();
        assertThat(participation.admit(COHORT, ADMISSION, 1)).isFalse();

        assertThat(participation.raised())
                .containsExactly(
                        new ParticipantEnrolled(ID, ENROLMENT, ADMISSION, NOON),
                        new ParticipantEnrolled(ID, ENROLMENT, rebased, LATER));
    }

    private static Enrolment enrolment(Plan plan) {
        return new Enrolment(
                COHORT, plan.title(), plan.programme(), "Şule Beispiel", plan.curriculum(), plan.period(), true);
    }

    private boolean complete(ModuleId module, LocalDate on) {
        return participation.complete(module, on, () -> START, TODAY, TOM, NOON);
    }

    private static Participation enrolled() {
        var participation = Participation.expected(ID);
        participation.admit(COHORT, ADMISSION, 1);
        participation.enrol(ENROLMENT);
        return participation;
    }
}
