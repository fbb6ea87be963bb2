package thami.registration;

import static java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.testing.ComponentTest;
import thami.testing.Contract;
import thami.testing.Example;
import thami.testing.Neighbours;
import tools.jackson.databind.JsonNode;

/// Applying on real parts: what is answered, and what the others hear.
@ComponentTest
class ApplyingTest {

    private static final String TOPIC = "registration.applications.v1";

    @Autowired
    RestTestClient http;

    @Autowired
    Neighbours neighbours;

    @Autowired
    MongoOperations mongo;

    private final UUID key = UUID.randomUUID();
    private Doors doors;
    private UUID call;

    @BeforeEach
    void aCallIsOpen() {
        doors = new Doors(http, neighbours);
        call = doors.openCall();
    }

    @Test
    void theSameRequestSentTwiceIsOneApplicationAnnouncedOnce() {
        assertThat(doors.apply(key, Doors.submission(call))).isEqualTo(doors.apply(key, Doors.submission(call)));

        assertThat(neighbours.received(TOPIC, key))
                .singleElement()
                .satisfies(Contract.of("registration/application-submitted.v1")::validates);
    }

    @Test
    void theAnswerSaysWhereItIsAndHoldsTheLink() {
        doors.post(key, Doors.submission(call))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .location("/api/applications/" + key)
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(key.toString())
                .jsonPath("$.reference")
                .isEqualTo(Reference.of(new ApplicationId(key)).value());
        var status = doors.status(Doors.token(doors.apply(key, Doors.submission(call))));
        assertThat(status.get("status").asString()).isEqualTo("SUBMITTED");
    }

    @Test
    void whatIsNotKnownIsAbsent() {
        var free = doors.call(data -> data.remove("fee"));

        var shown = Doors.json(http.get()
                .uri("/api/calls/{id}", free)
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(shown.has("fee")).isFalse();
        assertThat(shown.get("targetGroups")).hasSize(3);
    }

    @Test
    void manyEqualRequestsAtOnceAreOneApplication() throws Exception {
        Callable<JsonNode> request = () -> doors.apply(key, Doors.submission(call));
        List<JsonNode> answers;
        try (var clients = newVirtualThreadPerTaskExecutor()) {
            answers = clients
                    .invokeAll(IntStream.range(0, 8).mapToObj(_ -> request).toList())
                    .stream()
                    .map(done -> done.resultNow())
                    .toList();
        }

        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(neighbours.received(TOPIC, key)).hasSize(1);
    }

    @Test
    void theSameKeyWithOtherContentIsRefused() {
        doors.apply(key, Doors.submission(call));
        var other = Doors.submission(call);
        other.put("name", "Somebody Else");

        doors.post(key, other)
                .expectStatus()
                .isEqualTo(UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
        assertThat(neighbours.received(TOPIC, key)).hasSize(1);
    }

    @Test
    void theSamePersonWithTwoKeysAppliesTwice() {
        var second = UUID.randomUUID();
        doors.apply(key, Doors.submission(call));
        doors.apply(second, Doors.submission(call));

        assertThat(neighbours.received(TOPIC, second)).hasSize(1);
    }

    @Test
    void aRepeatIsAnsweredEvenAfterTheCallHasClosed() {
        var first = doors.apply(key, Doors.submission(call));
        neighbours.publish(Example.of("cohort/call-closed.v1").about(call, 2).with("callId", call.toString()));
        Doors.eventually(() -> http.get()
                .uri("/api/calls/{id}", call)
                .exchange()
                .expectBody()
                .jsonPath("$.phase")
                .isEqualTo("CLOSED"));

        assertThat(doors.apply(key, Doors.submission(call))).isEqualTo(first);
        doors.post(UUID.randomUUID(), Doors.submission(call))
                .expectStatus()
                .isEqualTo(CONFLICT)
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("01.02.2026, 23:59 Uhr"));
    }

    @Test
    void aCallThatOpensLaterSaysWhen() {
        var later = doors.call(data -> data.put("opensAt", "2098-01-01T09:00:00.000Z"));

        http.post()
                .uri("/api/applications")
                .header("Idempotency-Key", key.toString())
                .header("Accept-Language", "en")
                .body(Doors.submission(later))
                .exchange()
                .expectStatus()
                .isEqualTo(CONFLICT)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("You can apply to this call only from 1 January 2098, 10:00.");
    }

    @Test
    void whatACrashLeftUnsentIsSentAfterTheNextStart() {
        var left = Golden.document("application.v1", key);

        mongo.getCollection("applications").insertOne(left);

        Doors.eventually(() -> assertThat(neighbours.received(TOPIC, key))
                .singleElement()
                .satisfies(Contract.of("registration/application-submitted.v1")::validates));
    }
}
