package thami.registration;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static thami.registration.Samples.CALL_ID;
import static thami.registration.Samples.CLOSING;
import static thami.registration.Samples.ID;
import static thami.registration.Samples.NOON;
import static thami.registration.Samples.NOTICE;
import static thami.registration.Samples.OPENING;
import static thami.registration.Samples.SUBMISSION;
import static thami.registration.Samples.notice;
import static thami.registration.Samples.openCall;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thami.registration.Call.Phase;

class CallTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # at                      | phase
            2026-01-12T07:59:59.999Z  | ANNOUNCED
            2026-01-12T08:00:00Z      | OPEN
            2026-02-01T22:59:59.999Z  | OPEN
            2026-02-01T23:00:00Z      | CLOSED
            """, delimiter = '|')
    void isOpenFromTheFirstInstantOfItsWindowUntilBeforeTheLast(Instant at, Phase phase) {
        assertThat(openCall().phase(at)).isEqualTo(phase);
    }

    @Test
    void refusesBeforeItOpensAndSaysWhenThatIs() {
        assertThatThrownBy(() -> openCall().receive(ID, SUBMISSION, OPENING.minusMillis(1)))
                .asInstanceOf(type(CallNotOpen.class))
                .satisfies(refused -> assertThat(refused.phase()).isEqualTo(Phase.ANNOUNCED))
                .satisfies(refused -> assertThat(refused.when()).isEqualTo(OPENING));
    }

    @Test
    void refusesOnceItHasClosedAndSaysWhenThatWas() {
        assertThatThrownBy(() -> openCall().receive(ID, SUBMISSION, CLOSING))
                .asInstanceOf(type(CallNotOpen.class))
                .satisfies(refused -> assertThat(refused.phase()).isEqualTo(Phase.CLOSED))
                .satisfies(refused -> assertThat(refused.when()).isEqualTo(CLOSING));
    }

    @Test
    void refusesPeopleItIsNotFor() {
        var other = new Applicant("Bo", "bo@post.example", Language.EN, "SOZIALBERATUNGSRICHTLINIE", null, null);

        assertThatThrownBy(() -> openCall().receive(ID, new Submission(CALL_ID, other, "1"), NOON))
                .isInstanceOf(NotATargetGroup.class);
    }

    @Test
    void canBeClosedEarly() {
        var call = openCall();
        call.close(NOON);

        assertThat(call.phase(NOON.minusMillis(1))).isEqualTo(Phase.OPEN);
        assertThat(call.phase(NOON)).isEqualTo(Phase.CLOSED);
    }

    @Test
    void thatWasClosedBeforeItOpenedNeverOpens() {
        var call = openCall();
        call.close(OPENING.minus(1, DAYS));

        assertThat(call.phase(OPENING.minusMillis(1))).isEqualTo(Phase.CLOSED);
        assertThat(call.phase(OPENING)).isEqualTo(Phase.CLOSED);
    }

    @Test
    void staysClosedWhateverALaterNoticeSaysOfItsWindow() {
        var call = openCall();
        call.close(NOON);
        call.announce(notice(CLOSING.plusSeconds(3600)), 3);

        assertThat(call.phase(NOON)).isEqualTo(Phase.CLOSED);
    }

    @Test
    void isCancelledWithItsCohort() {
        var call = openCall();
        call.cancel(NOON);

        assertThat(call.phase(NOON)).isEqualTo(Phase.CANCELLED);
        assertThatThrownBy(() -> call.receive(ID, SUBMISSION, NOON)).isInstanceOf(CallNotOpen.class);
    }

    @Test
    void showsTheNewestNoticeWhicheverCameLast() {
        var call = Call.unheardOf(CALL_ID);
        call.announce(notice(CLOSING.plusSeconds(60)), 2);

        assertThat(call.announce(NOTICE, 1)).isFalse();
        assertThat(call.notice().closesAt()).isEqualTo(CLOSING.plusSeconds(60));
    }

    @Test
    void remembersItsEndEvenIfTheNoticeComesLater() {
        var call = Call.unheardOf(CALL_ID);
        call.close(NOON);
        assertThat(call.isAnnounced()).isFalse();

        call.announce(NOTICE, 1);
        assertThat(call.acceptsUntil()).isEqualTo(NOON);
    }
}
