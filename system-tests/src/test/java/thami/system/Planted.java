package thami.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import thami.launcher.demo.SamplePerson;
import thami.launcher.demo.Story;
import thami.testing.Example;

/// Records that nobody can read, sent in the name of registration-service; one of them can be repaired.
final class Planted {

    private static final List<String> READERS = List.of("cohort", "notification");

    private final SamplePerson person = SamplePerson.ALL.getFirst().inRun(UUID.randomUUID());
    private final UUID id = UUID.randomUUID();
    private final Example whole;
    private final List<String> keys = new ArrayList<>();

    Planted(UUID call) {
        whole = Example.of("registration/application-submitted.v1")
                .about(id, 1)
                .with("applicationId", id.toString())
                .with("callId", call.toString())
                .with("name", person.name())
                .with("email", person.email());
    }

    void in(Broker broker) throws Exception {
        send(broker, whole.with(data -> data.remove("name")));
        another(broker);
    }

    /// One more that nobody can repair.
    void another(Broker broker) throws Exception {
        send(broker, whole.about(UUID.randomUUID(), 1).with("submittedAt", "yesterday"));
    }

    private void send(Broker broker, Example example) throws Exception {
        var sent = new ProducerRecord<>(
                example.topic(), example.key(), example.data().toString().getBytes(StandardCharsets.UTF_8));
        example.headers()
                .forEach((name, value) ->
                        sent.headers().add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
        broker.send(sent);
        keys.add(example.key());
    }

    List<String> keys() {
        return keys;
    }

    /// Put aside are these and no others, by whom they concern.
    void assertPutAside(Story story) {
        for (var service : RepositoryFiles.SERVICES) {
            var name = service.replace("-service", "");
            assertThat(story.deadLetters(name))
                    .as("dead letters of " + name)
                    .extracting(letter -> letter.path("subject").asString(""))
                    .hasSameElementsAs(READERS.contains(name) ? keys : List.of());
        }
    }

    /// Repaired and handed back once, and once more: one application, one mail.
    void assertRepairedOnce(Story story, UUID call, int others) {
        var letters = new HashMap<String, String>();
        for (var reader : READERS) {
            var letter = story.deadLetters(reader).stream()
                    .filter(it -> it.path("subject").asString("").equals(id.toString()))
                    .map(it -> it.get("id").asString())
                    .findFirst()
                    .orElseThrow();
            letters.put(reader, letter);
        }
        for (var times = 1; times <= 2; times++) {
            letters.forEach((reader, letter) -> story.replay(reader, letter, whole.data()));
            await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(story.mails(person)).hasSize(1);
                assertThat(story.candidates(call)).isEqualTo(others + 1);
            });
        }
    }
}
