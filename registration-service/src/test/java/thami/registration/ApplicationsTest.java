package thami.registration;

import static java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor;
import static org.assertj.core.api.Assertions.assertThat;
import static thami.registration.Samples.CALL_ID;
import static thami.registration.Samples.NOON;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store of applications promises.
abstract class ApplicationsTest {

    private final ApplicationId id = new ApplicationId(UUID.randomUUID());
    private final String email = "Person-" + id.value() + "@post.example";

    abstract Applications applications();

    @Test
    void keepTheFirstUnderAnId() {
        var first = applications().addIfAbsent(application(id, "Bo"));
        var second = applications().addIfAbsent(application(id, "Somebody Else"));

        assertThat(second.applicant()).isEqualTo(first.applicant());
        assertThat(applications().findById(id))
                .get()
                .extracting(Application::applicant)
                .isEqualTo(first.applicant());
    }

    @Test
    void keepOneOfManyThatComeAtOnce() throws Exception {
        try (var clients = newVirtualThreadPerTaskExecutor()) {
            var adding = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<String>) () -> applications()
                            .addIfAbsent(application(id, "Bo the " + i))
                            .applicant()
                            .name())
                    .toList();
            var names = clients.invokeAll(adding).stream()
                    .map(done -> done.resultNow())
                    .distinct();
            assertThat(names).hasSize(1);
        }
    }

    @Test
    void findWhatCameFromAMailboxHoweverItWasTyped() {
        applications().addIfAbsent(application(id, "Bo"));
        var second = new ApplicationId(UUID.randomUUID());
        applications().addIfAbsent(application(second, "Bo"));

        assertThat(applications().findByMailbox(Applicant.mailboxOf(email)))
                .extracting(Application::id)
                .containsExactlyInAnyOrder(id, second);
        assertThat(applications().findByMailbox("nobody@post.example")).isEmpty();
    }

    @Test
    void findByTheReferenceThatPeopleName() {
        applications().addIfAbsent(application(id, "Bo"));

        assertThat(applications().findByReference(Reference.of(id)))
                .extracting(Application::id)
                .containsExactly(id);
    }

    @Test
    void giveBackWhatWasSaved() {
        var application = applications().addIfAbsent(application(id, "Bo"));
        application.note(new Decision(1, Decision.Outcome.WAITLISTED, NOON, 3));
        application.renewLink(NOON);
        applications().save(application);

        var again = applications().findById(id).orElseThrow();
        assertThat(again.timeline()).isEqualTo(application.timeline());
        assertThat(again.linkGeneration()).isEqualTo(2);
        assertThat(again.reference()).isEqualTo(application.reference());
    }

    private Application application(ApplicationId id, String name) {
        var applicant = new Applicant(name, email, Language.DE, "THUERGUSVO", null, null);
        return Samples.openCall().receive(id, new Submission(CALL_ID, applicant, "1"), NOON);
    }
}
