package thami.registration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import thami.registration.ApplicationId;
import thami.registration.CallId;
import thami.registration.Language;

/// What a computer that many people use keeps of each of them, and for how long.
class DraftTest {

    private static final Instant NOON = Instant.parse("2026-01-19T11:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final CallId call = new CallId(UUID.randomUUID());
    private final CallId other = new CallId(UUID.randomUUID());
    private final MockHttpSession session = new MockHttpSession();

    @Test
    void isForgottenOnceItIsSent() {
        var draft = draft();
        draft.keep(call, session);
        draft.forget(call, session, NOON);

        assertThat(Draft.of(call, session)).isEmpty();
        assertThat(Sent.to(call, session, NOON)).contains(new ApplicationId(draft.key()));
        assertThat(Sent.to(other, session, NOON)).isEmpty();
    }

    @Test
    void whatWasSentIsKnownForAnHourHoweverLongTheSessionLasts() {
        draft().keep(other, session);
        draft().forget(call, session, NOON);

        assertThat(Sent.to(call, session, NOON.plus(HOUR).minusMillis(1))).isPresent();
        assertThat(Sent.to(call, session, NOON.plus(HOUR))).isEmpty();
        assertThat(Sent.to(call, session, NOON)).as("forgotten for good").isEmpty();
    }

    @Test
    void whoBeginsAFormDoesNotSeeWhatSomebodySentBefore() {
        draft().forget(call, session, NOON);
        draft().forget(other, session, NOON);

        draft().keep(call, session);

        assertThat(Sent.to(call, session, NOON)).isEmpty();
        assertThat(Sent.to(other, session, NOON)).isEmpty();
    }

    @Test
    void whoGoesOnWithAFormStillSeesWhatTheySent() {
        var draft = draft();
        draft.keep(other, session);
        draft().forget(call, session, NOON);

        draft.keep(other, session);

        assertThat(Sent.to(call, session, NOON)).isPresent();
    }

    @Test
    void theSessionEndsSoonOnlyWhenNothingIsLeftToSend() {
        draft().keep(call, session);
        draft().keep(other, session);
        draft().forget(call, session, NOON);
        assertThat(idle()).isEqualTo(DAY);

        draft().forget(other, session, NOON);
        assertThat(idle()).isEqualTo(HOUR);
    }

    private Duration idle() {
        return Duration.ofSeconds(session.getMaxInactiveInterval());
    }

    private static Draft draft() {
        return new Draft(UUID.randomUUID(), ApplicationForm.empty(Language.DE), "2026-01-sample");
    }
}
