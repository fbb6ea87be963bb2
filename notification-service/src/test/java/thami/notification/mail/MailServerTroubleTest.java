package thami.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import thami.notification.Notification;
import thami.notification.Notifications;
import thami.notification.Notifications.Selection;
import thami.notification.RecipientId;
import thami.notification.WithMailSink;
import thami.notification.mail.NastyServer.Dawdles;
import thami.notification.mail.NastyServer.Drops;
import thami.testing.ComponentTest;
import thami.testing.Neighbours;

/// The whole service before a mail server that does everything wrong, with the settings that it is shipped with
/// (but the breaker tries again sooner, and an answer is too late sooner).
@ComponentTest
@TestPropertySource(
        properties = {
            "resilience4j.circuitbreaker.instances.smtp.wait-duration-in-open-state=1s",
            "thami.mail.timeout=2s"
        })
class MailServerTroubleTest {

    private static final NastyServer SERVER = NastyServer.start();

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("THAMI_SMTP", () -> "127.0.0.1:" + SERVER.port());
    }

    @Autowired
    Neighbours neighbours;

    @Autowired
    Notifications notifications;

    @Autowired
    MongoOperations mongo;

    @Autowired
    CircuitBreakerRegistry breakers;

    @BeforeEach
    void theServerBehavesAndTheCallIsKnown() {
        SERVER.behaves();
        List.of(GuardedMailer.SMTP, GuardedMailer.LOGIN)
                .forEach(name -> breakers.circuitBreaker(name).reset());
        neighbours.publish("cohort/call-published.v1");
        neighbours.awaitRead("cohort.cohorts.v1");
    }

    @Test
    void theBreakerOpensConsumersGoOnAndEverythingIsSentOnceTheServerIsBack(@Autowired MeterRegistry meters) {
        SERVER.at("CONNECT", "421 4.3.2 Shutting down");
        SERVER.at("MAIL", "421 4.3.2 Shutting down");

        var people = IntStream.range(0, 10).mapToObj(_ -> apply()).toList();
        await().atMost(Duration.ofSeconds(30)).until(() -> state(GuardedMailer.SMTP) == State.OPEN);
        neighbours.awaitRead("registration.applications.v1");
        await().until(() -> meters.get("thami.notification.pending").gauge().value() >= 10);
        assertThat(meters.get("resilience4j.circuitbreaker.state")
                        .tag("name", "smtp")
                        .tag("state", "open")
                        .gauge())
                .isNotNull();

        SERVER.behaves();
        people.forEach(
                person -> await().atMost(Duration.ofMinutes(2)).until(() -> is(person, Notification.State.SENT)));
        assertThat(state(GuardedMailer.SMTP)).isEqualTo(State.CLOSED);
        people.forEach(person -> assertThat(mailsTo(person)).hasSize(1));
    }

    @Test
    void aFinalNoIsShownWithTheServersWords() {
        SERVER.at("RCPT", "550 5.1.1 No such user here");

        var person = apply();

        await().until(() -> is(person, Notification.State.FAILED));
        assertThat(the(person).answer()).hasValue("550 5.1.1 No such user here");
        assertThat(the(person).attempts()).isEqualTo(1);
    }

    @Test
    void aTemporaryNoIsTriedAgain() {
        SERVER.at("RCPT", "450 4.2.0 Greylisted");
        var person = apply();
        await().until(() -> the(person).attempts() == 1 && is(person, Notification.State.PENDING));

        SERVER.behaves();

        await().atMost(Duration.ofSeconds(40)).until(() -> is(person, Notification.State.SENT));
        assertThat(the(person).attempts()).isEqualTo(2);
    }

    @Test
    void aMailThatMayHaveBeenTakenIsSentAgainAsTheSameMail() {
        SERVER.at("CONTENT", new Drops());
        var person = apply();
        await().until(() -> the(person).attempts() == 1 && is(person, Notification.State.PENDING));

        SERVER.behaves();

        await().atMost(Duration.ofSeconds(40)).until(() -> is(person, Notification.State.SENT));
        assertThat(mailsTo(person))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail)
                        .contains("Message-ID: <" + the(person).id().value() + ".1@thami.example>"));
    }

    /// As with a content scanner that is slower than we wait: everybody would get each mail without end.
    @Test
    void aMailThatTheServerTakesAndConfirmsTooLateComesAFewTimesAndIsLeftToStaff() {
        SERVER.at("CONTENT", new Dawdles("250 queued", Duration.ofSeconds(3)));
        var person = apply();

        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    withoutItsPause(person);
                    return is(person, Notification.State.FAILED);
                });

        assertThat(the(person).isPerhapsTaken()).isTrue();
        assertThat(mailsTo(person))
                .hasSize(5)
                .allSatisfy(mail -> assertThat(mail)
                        .contains("Message-ID: <" + the(person).id().value() + ".1@thami.example>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"535 5.7.8 Credentials invalid", "550 5.7.1 Sender rejected"})
    void aRefusedLoginOrSenderPausesEverythingAndRaisesTheAlarm(String answer, @Autowired MailServerAlarm alarm) {
        SERVER.at("MAIL", answer);
        var first = apply();
        await().until(() -> state(GuardedMailer.LOGIN) == State.OPEN);
        assertThat(alarm.health().getStatus()).isEqualTo(Status.DOWN);

        var second = apply();
        await().until(() -> notification(second) != null);
        await().during(Duration.ofSeconds(4)).until(() -> the(second).attempts() == 0);

        SERVER.behaves();
        breakers.circuitBreaker(GuardedMailer.LOGIN).transitionToHalfOpenState(); // five minutes later
        List.of(first, second)
                .forEach(person ->
                        await().atMost(Duration.ofMinutes(1)).until(() -> is(person, Notification.State.SENT)));
        assertThat(alarm.health().getStatus()).isEqualTo(Status.UP);
    }

    private void withoutItsPause(UUID person) {
        mongo.updateFirst(
                query(where("recipient")
                        .is(new RecipientId(person))
                        .and("state")
                        .is(Notification.State.PENDING)),
                Update.update("nextAttemptAt", Instant.EPOCH),
                Notification.class);
    }

    private UUID apply() {
        var person = UUID.randomUUID();
        WithMailSink.apply(neighbours, person, "de");
        return person;
    }

    private static List<String> mailsTo(UUID person) {
        return SERVER.received().stream()
                .filter(mail -> mail.contains("To: " + person + "@post.example"))
                .toList();
    }

    private boolean is(UUID person, Notification.State state) {
        var notification = notification(person);
        return notification != null && notification.state() == state;
    }

    private Notification the(UUID person) {
        return await().until(() -> notification(person), found -> found != null);
    }

    private Notification notification(UUID person) {
        var found = notifications.newest(new Selection(new RecipientId(person), null, null), 1);
        return found.isEmpty() ? null : found.getFirst();
    }

    private State state(String breaker) {
        return breakers.circuitBreaker(breaker).getState();
    }
}
