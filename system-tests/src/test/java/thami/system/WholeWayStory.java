package thami.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thami.launcher.demo.SamplePerson;
import thami.launcher.demo.Story;
import thami.launcher.demo.Story.Accepted;

/// One person's way from the application to the certificate, and the ways of those who do not get there.
class WholeWayStory {

    private final UUID run = UUID.randomUUID();

    @Test
    void fromTheApplicationToTheCertificateAndOnAfterAStop(@TempDir Path home) throws Exception {
        try (var system = ThamiSystem.start(home)) {
            var story = system.story(Duration.ofMinutes(3));
            var call = story.openCall(2);
            var admitted = apply(story, call, 0);
            var waiting = apply(story, call, 1);
            var declined = apply(story, call, 2);
            var withdrawn = apply(story, call, 3);

            story.admit(admitted, "A");
            story.waitlist(waiting);
            story.decline(declined);
            story.withdraw(withdrawn);
            story.complete(admitted, call.modules().getFirst());
            assertThat(story.missing(admitted, call.modules().size() - 1))
                    .hasSize(call.modules().size() - 1);

            system.stop();
            system.restart();

            for (var module : call.modules()) story.complete(call.id(), module, java.util.List.of(admitted));
            assertThat(story.missing(admitted, 0)).isEmpty();
            var certificate = story.release(admitted);

            assertThat(story.isValid(certificate)).isTrue();
            assertThat(story.mails(admitted.person(), 3)).hasSize(3);
            assertThat(story.mails(waiting.person(), 2)).hasSize(2);
            assertThat(story.mails(declined.person(), 2)).hasSize(2);
            assertThat(story.mails(withdrawn.person(), 2)).hasSize(2);
            assertThat(story.candidates(call.id())).isEqualTo(4);
        }
    }

    private Accepted apply(Story story, Story.Call call, int person) {
        return story.apply(call.id(), SamplePerson.ALL.get(person).inRun(run), UUID.randomUUID());
    }
}
