package thami.cohort.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thami.cohort.Samples.ANNA;
import static thami.cohort.Samples.COHORT;
import static thami.cohort.Samples.NOON;
import static thami.cohort.Samples.plan;
import static thami.cohort.intake.LegalBasis.A;
import static thami.cohort.intake.LegalBasis.B;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thami.cohort.StaffMember;
import thami.cohort.intake.Decision.Verdict;
import thami.cohort.intake.IntakeEvent.ApplicationAdmitted;
import thami.cohort.intake.IntakeEvent.ApplicationDeclined;
import thami.cohort.intake.IntakeEvent.ApplicationWaitlisted;
import thami.cohort.intake.IntakeEvent.DecisionUndone;
import thami.cohort.intake.IntakeEvent.LegalBasisChanged;
import thami.cohort.intake.IntakeEvent.SeatFreed;
import thami.cohort.intake.IntakeEvent.SeatFreed.Because;
import thami.cohort.planning.Title;

class IntakeTest {

    private static final Title TITLE = plan().title();
    private static final CandidateId SULE = candidate(1);
    private static final CandidateId OLENA = candidate(2);
    private static final CandidateId LI = candidate(3);

    private static final StaffMember OTTO =
            new StaffMember(ANNA.issuer(), "sample-otto", "Otto Beispiel", "admissions");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Seen WHICHEVER = new Seen.Whichever();

    private final Intake intake = Intake.open(COHORT, TITLE, 2);

    @Test
    void givesItsSeatsKeepsAListForTheRestAndFillsASeatThatIsFreed() {
        intake.admit(SULE, WHICHEVER, A, "erfüllt alles", ANNA, NOON);
        intake.admit(OLENA, WHICHEVER, B, "erfüllt alles", ANNA, NOON);
        intake.waitlist(LI, WHICHEVER, "kein Platz frei", ANNA, NOON);
        intake.noteWithdrawal(OLENA, NOON);
        intake.admit(LI, WHICHEVER, A, "nachgerückt", ANNA, NOON);
        intake.undo(SULE, WHICHEVER, "verwechselt", ANNA, NOON);
        intake.decline(SULE, WHICHEVER, "keine Zielgruppe", ANNA, NOON);

        assertThat(intake.raised())
                .containsExactly(
                        new ApplicationAdmitted(COHORT, TITLE, SULE, A, "erfüllt alles", ANNA, NOON),
                        new ApplicationAdmitted(COHORT, TITLE, OLENA, B, "erfüllt alles", ANNA, NOON),
                        new ApplicationWaitlisted(COHORT, TITLE, LI, 1, "kein Platz frei", ANNA, NOON),
                        new SeatFreed(COHORT, OLENA, Because.WITHDRAWN, NOON),
                        new ApplicationAdmitted(COHORT, TITLE, LI, A, "nachgerückt", ANNA, NOON),
                        new DecisionUndone(COHORT, TITLE, SULE, Verdict.ADMITTED, "verwechselt", ANNA, NOON),
                        new SeatFreed(COHORT, SULE, Because.UNDONE, NOON),
                        new ApplicationDeclined(COHORT, TITLE, SULE, "keine Zielgruppe", ANNA, NOON));
        assertThat(intake.given()).isEqualTo(1);
        assertThat(intake.free()).isEqualTo(1);
    }

    @Test
    void givesNoSeatThatItDoesNotHave() {
        intake.admit(SULE, WHICHEVER, A, "r", ANNA, NOON);
        intake.admit(OLENA, WHICHEVER, A, "r", ANNA, NOON);

        assertThatThrownBy(() -> intake.admit(LI, WHICHEVER, A, "r", ANNA, NOON))
                .isInstanceOf(NoSeatLeft.class);
        assertThat(intake.standing(LI)).isEqualTo(Standing.WAITING);
    }

    @Test
    void countsTheSameDecisionSentTwiceOnce() {
        intake.admit(SULE, WHICHEVER, A, "r", ANNA, NOON);
        intake.admit(SULE, WHICHEVER, A, "r", ANNA, NOON.plusSeconds(1));

        assertThat(intake.raised()).hasSize(1);
        assertThat(intake.given()).isEqualTo(1);
    }

    @Test
    void refusesASecondDecisionThatSaysSomethingElse() {
        intake.admit(SULE, WHICHEVER, A, "r", ANNA, NOON);
        var other = new StaffMember(ANNA.issuer(), "sample-other", "Andere", "admissions");

        assertThatThrownBy(() -> intake.admit(SULE, WHICHEVER, B, "r", ANNA, NOON))
                .isInstanceOf(StandsOtherwise.class);
        assertThatThrownBy(() -> intake.admit(SULE, WHICHEVER, A, "r", other, NOON))
                .isInstanceOf(StandsOtherwise.class);
        assertThatThrownBy(() -> intake.decline(SULE, WHICHEVER, "r", ANNA, NOON))
                .isInstanceOf(StandsOtherwise.class);
    }

    @Test
    void keepsTheOrderOfItsWaitingList() {
        intake.waitlist(LI, WHICHEVER, "r", ANNA, NOON);
        intake.waitlist(SULE, WHICHEVER, "r", ANNA, NOON);
        intake.waitlist(OLENA, WHICHEVER, "r", ANNA, NOON);
        intake.undo(LI, WHICHEVER, "r", ANNA, NOON);
        intake.waitlist(LI, WHICHEVER, "wieder", ANNA, NOON);

        assertThat(intake.waitingList()).containsExactly(SULE, OLENA, LI);
        assertThat(intake.position(LI)).contains(3);
        assertThat(intake.raised())
                .last()
                .isInstanceOfSatisfying(
                        ApplicationWaitlisted.class,
                        last -> assertThat(last.position()).isEqualTo(3));
    }

    @Test
    void hearsAWithdrawalBeforeAnyDecisionAndThenDecidesNoMore() {
        intake.noteWithdrawal(SULE, NOON);

        assertThat(intake.raised()).isEmpty();
        assertThatThrownBy(() -> intake.admit(SULE, WHICHEVER, A, "r", ANNA, NOON))
                .isInstanceOf(StandsOtherwise.class);
    }

    @Test
    void freesASeatOnceHoweverOftenTheWithdrawalIsTold() {
        intake.admit(SULE, WHICHEVER, A, "r", ANNA, NOON);
        assertThat(intake.noteWithdrawal(SULE, NOON)).isTrue();
        assertThat(intake.noteWithdrawal(SULE, NOON)).isFalse();

        assertThat(intake.raised()).hasSize(2);
    }

    @Test
    void decidesOnNobodyOnWhomOthersDecidedUnseen() {
        var none = new Seen.NoDecision();
        intake.waitlist(SULE, none, "Unterlagen fehlen noch", OTTO, NOON);

        for (var seen : List.of(none, Seen.of(NOON.minusSeconds(1)))) {
            assertThatThrownBy(() -> intake.admit(SULE, seen, A, "r", ANNA, LATER))
                    .isInstanceOf(DecidedMeanwhile.class);
            assertThatThrownBy(() -> intake.decline(SULE, seen, "r", ANNA, LATER))
                    .isInstanceOf(DecidedMeanwhile.class);
        }
        intake.admit(SULE, Seen.of(NOON), A, "r", ANNA, LATER);
        assertThat(intake.standing(SULE)).isEqualTo(Standing.ADMITTED);
    }

    /// How somebody stands is the same then, and what was seen is not.
    @Test
    void decidesOnNobodyOnWhomOthersDecidedAndTookItBackUnseen() {
        var none = new Seen.NoDecision();
        intake.admit(SULE, none, A, "r", OTTO, NOON);
        intake.undo(SULE, Seen.of(NOON), "hat abgesagt", OTTO, LATER);

        assertThatThrownBy(() -> intake.admit(SULE, none, A, "r", ANNA, LATER)).isInstanceOf(DecidedMeanwhile.class);
        assertThatThrownBy(() -> intake.waitlist(SULE, none, "r", ANNA, LATER)).isInstanceOf(DecidedMeanwhile.class);
        assertThatThrownBy(() -> intake.decline(SULE, none, "r", ANNA, LATER)).isInstanceOf(DecidedMeanwhile.class);
        intake.waitlist(SULE, Seen.of(LATER), "r", ANNA, LATER.plusSeconds(1));
        assertThat(intake.decisionsOn(SULE)).hasSize(3);
    }

    @Test
    void countsADecisionSentTwiceOnceThoughTheFirstWasNotSeen() {
        var none = new Seen.NoDecision();
        intake.decline(SULE, none, "r", ANNA, NOON);
        intake.decline(SULE, none, "r", ANNA, LATER);

        assertThat(intake.decisionsOn(SULE)).hasSize(1);
    }

    @Test
    void takesBackTheDecisionThatIsMeantAndNoOther() {
        intake.waitlist(SULE, WHICHEVER, "voll", ANNA, NOON);
        intake.admit(SULE, WHICHEVER, A, "Platz frei", ANNA, NOON.plusSeconds(1));

        assertThatThrownBy(() -> intake.undo(SULE, Seen.of(NOON), "r", ANNA, NOON.plusSeconds(2)))
                .isInstanceOf(DecidedMeanwhile.class);
        assertThat(intake.standing(SULE)).isEqualTo(Standing.ADMITTED);

        intake.undo(SULE, Seen.of(NOON.plusSeconds(1)), "r", ANNA, NOON.plusSeconds(2));
        assertThat(intake.standing(SULE)).isEqualTo(Standing.WAITING);
    }

    @Test
    void takesBackOnceHoweverLateTheRequestIsRepeated() {
        intake.admit(SULE, WHICHEVER, A, "r", ANNA, NOON);
        intake.undo(SULE, Seen.of(NOON), "verwechselt", ANNA, NOON.plusSeconds(1));
        intake.undo(SULE, Seen.of(NOON), "verwechselt", ANNA, NOON.plusSeconds(2));
        intake.admit(SULE, WHICHEVER, A, "doch", ANNA, NOON.plusSeconds(3));

        assertThatThrownBy(() -> intake.undo(SULE, Seen.of(NOON), "verwechselt", ANNA, NOON.plusSeconds(4)))
                .isInstanceOf(DecidedMeanwhile.class);
        assertThat(intake.decisionsOn(SULE)).hasSize(3);
    }

    @Test
    void takesNothingBackWhereNothingWasDecided() {
        assertThatThrownBy(() -> intake.undo(SULE, WHICHEVER, "r", ANNA, NOON)).isInstanceOf(StandsOtherwise.class);
    }

    @Test
    void changesTheLegalBasisOfWhoeverHasASeatWhichStaysGiven() {
        intake.admit(SULE, WHICHEVER, A, "r", ANNA, NOON);
        intake.admit(OLENA, WHICHEVER, A, "r", ANNA, NOON);
        intake.changeLegalBasis(SULE, Seen.of(NOON), B, "neue Stelle", OTTO, LATER);

        assertThat(intake.raised())
                .last()
                .isEqualTo(new LegalBasisChanged(COHORT, SULE, B, ANNA, NOON, "neue Stelle", OTTO, LATER));
        assertThat(intake.given()).isEqualTo(2);
        assertThat(intake.standing(SULE)).isEqualTo(Standing.ADMITTED);
        assertThat(intake.legalBasis(SULE)).contains(B);
        assertThat(intake.legalBasis(OLENA)).contains(A);
        assertThat(intake.decisionsOn(SULE))
                .last()
                .isEqualTo(new Decision(SULE, Verdict.LEGAL_BASIS_CHANGED, B, "neue Stelle", OTTO, LATER));
    }

    @Test
    void changesTheLegalBasisOnceHoweverOftenItIsSent() {
        intake.admit(SULE, WHICHEVER, A, "r", ANNA, NOON);
        intake.changeLegalBasis(SULE, Seen.of(NOON), B, "neue Stelle", OTTO, LATER);
        intake.changeLegalBasis(SULE, Seen.of(NOON), B, "neue Stelle", OTTO, LATER.plusSeconds(1));

        assertThat(intake.raised()).hasSize(2);
    }

    @Test
    void changesTheLegalBasisToAnotherOnlyAndOfTheDecisionThatWasSeen() {
        intake.admit(SULE, WHICHEVER, A, "r", ANNA, NOON);

        assertThatThrownBy(() -> intake.changeLegalBasis(SULE, Seen.of(NOON), A, "r", OTTO, LATER))
                .isInstanceOf(LegalBasisStands.class);
        intake.changeLegalBasis(SULE, Seen.of(NOON), B, "neue Stelle", OTTO, LATER);
        assertThatThrownBy(() -> intake.changeLegalBasis(SULE, Seen.of(NOON), B, "auch", ANNA, LATER))
                .isInstanceOf(DecidedMeanwhile.class);
        assertThatThrownBy(() -> intake.changeLegalBasis(SULE, Seen.of(LATER), B, "auch", ANNA, LATER))
                .isInstanceOf(LegalBasisStands.class);
    }

    @Test
    void changesTheLegalBasisOfNobodyWhoHasNoSeat() {
        intake.waitlist(OLENA, WHICHEVER, "r", ANNA, NOON);
        intake.admit(LI, WHICHEVER, A, "r", ANNA, NOON);
        intake.noteWithdrawal(LI, NOON);

        for (var who : List.of(SULE, OLENA, LI))
            assertThatThrownBy(() -> intake.changeLegalBasis(who, WHICHEVER, B, "r", OTTO, LATER))
                    .isInstanceOf(StandsOtherwise.class);
        assertThat(intake.legalBasis(LI)).isEmpty();
    }

    @Test
    void takesTheAdmissionBackWhoseLegalBasisWasChanged() {
        intake.admit(SULE, WHICHEVER, A, "r", ANNA, NOON);
        intake.changeLegalBasis(SULE, Seen.of(NOON), B, "neue Stelle", OTTO, LATER);
        intake.undo(SULE, Seen.of(LATER), "verwechselt", ANNA, LATER.plusSeconds(1));

        assertThat(intake.raised())
                .endsWith(
                        new DecisionUndone(
                                COHORT, TITLE, SULE, Verdict.ADMITTED, "verwechselt", ANNA, LATER.plusSeconds(1)),
                        new SeatFreed(COHORT, SULE, Because.UNDONE, LATER.plusSeconds(1)));
        assertThat(intake.given()).isZero();
    }

    @Test
    void cannotHaveFewerSeatsThanAreGiven() {
        intake.admit(SULE, WHICHEVER, A, "r", ANNA, NOON);
        intake.admit(OLENA, WHICHEVER, A, "r", ANNA, NOON);

        assertThatThrownBy(() -> intake.limit(1, 2))
                .isInstanceOfSatisfying(
                        FewerSeatsThanGiven.class,
                        refused -> assertThat(refused.given()).isEqualTo(2));
    }

    @Test
    void holdsAThousandDecisionsButEveryWithdrawal() {
        for (var i = 0; i < Intake.MOST_DECISIONS; i++) intake.decline(candidate(100 + i), WHICHEVER, "r", ANNA, NOON);

        assertThatThrownBy(() -> intake.decline(SULE, WHICHEVER, "r", ANNA, NOON))
                .isInstanceOf(TooManyDecisions.class);
        assertThat(intake.noteWithdrawal(SULE, NOON)).isTrue();
    }

    @Test
    void remembersWhoDecidedWhenAndWhy() {
        intake.waitlist(SULE, WHICHEVER, "voll", ANNA, NOON);
        intake.admit(SULE, WHICHEVER, B, "Platz frei", ANNA, NOON.plusSeconds(60));

        assertThat(intake.decisionsOn(SULE))
                .containsExactly(
                        new Decision(SULE, Verdict.WAITLISTED, null, "voll", ANNA, NOON),
                        new Decision(SULE, Verdict.ADMITTED, B, "Platz frei", ANNA, NOON.plusSeconds(60)));
    }

    /// Whatever is tried, in whatever order: after each step no more seats are held than there are, and the
    /// events alone give the same count.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void neverHoldsMoreThanItsSeats(long seed) {
        var random = new Random(seed);
        var seats = 1 + random.nextInt(5);
        var tried = Intake.open(COHORT, TITLE, seats);
        for (var step = 0; step < 300; step++) {
            attempt(tried, random);

            assertThat(tried.given()).isLessThanOrEqualTo(tried.seats());
            assertThat(tried.given()).isEqualTo(heldBy(tried.raised()));
        }
    }

    private static void attempt(Intake intake, Random random) {
        var who = candidate(random.nextInt(12));
        var reason = "reason " + random.nextInt(3);
        try {
            switch (random.nextInt(11)) {
                case 10 -> intake.changeLegalBasis(who, WHICHEVER, random.nextBoolean() ? A : B, reason, ANNA, NOON);
                case 0, 1, 2, 3 -> intake.admit(who, WHICHEVER, random.nextBoolean() ? A : B, reason, ANNA, NOON);
                case 4 -> intake.waitlist(who, WHICHEVER, reason, ANNA, NOON);
                case 5 -> intake.decline(who, WHICHEVER, reason, ANNA, NOON);
                case 6, 7 -> intake.undo(who, WHICHEVER, reason, ANNA, NOON);
                case 8 -> intake.limit(1 + random.nextInt(6), 2);
                default -> {
                    if (random.nextInt(4) == 0) intake.noteWithdrawal(who, NOON);
                }
            }
        } catch (NoSeatLeft | StandsOtherwise | LegalBasisStands | FewerSeatsThanGiven refused) {
            // what is refused must leave no trace, which the next assertion sees
        }
    }

    private static int heldBy(List<IntakeEvent> events) {
        var holders = new ArrayList<CandidateId>();
        for (var event : events) {
            switch (event) {
                case ApplicationAdmitted admitted -> holders.add(admitted.candidate());
                case SeatFreed freed -> holders.remove(freed.candidate());
                case ApplicationWaitlisted _, ApplicationDeclined _, DecisionUndone _, LegalBasisChanged _ -> {}
            }
        }
        return holders.size();
    }

    @Test
    void listsTheWaitingInOrderWhateverHappensToTheOthers() {
        var all = IntStream.range(0, 20).mapToObj(IntakeTest::candidate).toList();
        all.forEach(each -> intake.waitlist(each, WHICHEVER, "r", ANNA, NOON));
        all.stream().filter(each -> all.indexOf(each) % 2 == 0).forEach(each -> intake.noteWithdrawal(each, NOON));

        assertThat(intake.waitingList())
                .containsExactlyElementsOf(
                        all.stream().filter(each -> all.indexOf(each) % 2 == 1).toList());
    }

    private static CandidateId candidate(int number) {
        return new CandidateId(new UUID(0, number));
    }
}
