package thami.registration;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thami.registration.Samples.CALL_ID;
import static thami.registration.Samples.CERTIFICATE;
import static thami.registration.Samples.CLOSING;
import static thami.registration.Samples.ID;
import static thami.registration.Samples.NOON;
import static thami.registration.Samples.NOTICE;
import static thami.registration.Samples.SUBMISSION;
import static thami.registration.Samples.SULE;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import thami.registration.Application.Status;
import thami.registration.ApplicationEvent.StatusLinkRenewed;
import thami.registration.Decision.Outcome;
import thami.registration.Milestone.Kind;

/// One application from the notice of its call to the certificate, and what is refused on the way.
class ApplicationLifeTest {

    private final Applications applications = new InMemoryApplications();
    private final Calls calls = new InMemoryCalls();
    private final LinkRequests requests = new InMemoryLinkRequests();
    private final SteppingClock clock = new SteppingClock(NOON);

    private final KeepCall call = new KeepCall(calls);
    private final SubmitApplication application = new SubmitApplication(calls, applications, clock);
    private final NoteDecision decision = new NoteDecision(applications);
    private final NoteCertificate certificate = new NoteCertificate(applications);
    private final WithdrawApplication withdrawal = new WithdrawApplication(applications, clock);
    private final RequestStatusLink link = new RequestStatusLink(requests, clock);
    private final RenewStatusLink renewal = new RenewStatusLink(applications, requests, clock);

    @Test
    void aLifeFromTheCallToTheCertificate() {
        assertThatThrownBy(() -> application.submit(ID, SUBMISSION)).isInstanceOf(NoSuchCall.class);

        call.announced(CALL_ID, NOTICE, 1);
        var submitted = application.submit(ID, SUBMISSION);
        assertThat(submitted.status()).isEqualTo(Status.SUBMITTED);

        // The answer was lost, the call has closed, the request comes again.
        clock.now = CLOSING.plus(1, DAYS);
        assertThat(application.submit(ID, SUBMISSION)).isSameAs(submitted);
        assertThatThrownBy(() -> application.submit(ID, new Submission(CALL_ID, SULE, "another notice")))
                .isInstanceOf(KeyReused.class);
        assertThatThrownBy(() -> application.submit(new ApplicationId(UUID.randomUUID()), SUBMISSION))
                .isInstanceOf(CallNotOpen.class);

        decision.note(ID, new Decision(4, Outcome.WAITLISTED, clock.instant(), 2));
        assertThat(submitted.status()).isEqualTo(Status.WAITLISTED);

        // The mail was deleted by mistake; the address is typed with capitals.
        clock.now = CLOSING.plus(2, DAYS);
        link.request("SULE.Beispiel@post.example");
        requests.findTop100By().forEach(renewal::renew);
        assertThat(submitted.raised()).contains(new StatusLinkRenewed(ID, 2, clock.now));
        assertThat(requests.findTop100By()).isEmpty();

        decision.note(ID, new Decision(9, Outcome.ADMITTED, clock.instant(), null));
        assertThat(submitted.status()).isEqualTo(Status.ADMITTED);

        clock.now = CLOSING.plus(300, DAYS);
        certificate.note(ID, CERTIFICATE, clock.instant());
        assertThatThrownBy(() -> withdrawal.withdraw(ID)).isInstanceOf(AlreadyCertified.class);
        assertThat(submitted.timeline())
                .extracting(Milestone::kind)
                .containsExactly(Kind.SUBMITTED, Kind.WAITLISTED, Kind.ADMITTED, Kind.CERTIFIED);
    }

    @Test
    void aLifeThatEndsBySteppingBack() {
        call.announced(CALL_ID, NOTICE, 1);
        application.submit(ID, SUBMISSION);
        decision.note(ID, new Decision(1, Outcome.ADMITTED, clock.instant(), null));

        assertThat(withdrawal.withdraw(ID).status()).isEqualTo(Status.WITHDRAWN);

        decision.note(ID, new Decision(2, Outcome.UNDONE, clock.instant(), null));
        assertThat(applications.findById(ID))
                .get()
                .extracting(Application::status)
                .isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void twoRequestsOfOnePersonUnderTwoIdsAreTwoApplications() {
        call.announced(CALL_ID, NOTICE, 1);
        application.submit(ID, SUBMISSION);
        application.submit(new ApplicationId(UUID.randomUUID()), SUBMISSION);

        assertThat(applications.findByMailbox(SULE.mailbox())).hasSize(2);
    }

    @Test
    void askingForLinksOfAStrangerChangesNothing() {
        call.announced(CALL_ID, NOTICE, 1);
        application.submit(ID, SUBMISSION);

        link.request("nobody@post.example");
        requests.findTop100By().forEach(renewal::renew);

        assertThat(applications.findById(ID))
                .get()
                .extracting(Application::linkGeneration)
                .isEqualTo(1);
        assertThat(requests.findTop100By()).isEmpty();
    }
}
