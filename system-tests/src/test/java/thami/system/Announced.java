package thami.system;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import thami.system.contracts.Contracts;
import thami.system.contracts.Contracts.States;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Everything that was announced, as it lies on the broker, and what must hold of it whoever died meanwhile.
final class Announced {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HexFormat HEX = HexFormat.of();

    /// @param bytes what was sent, with its headers, in hexadecimal
    record Event(String topic, String key, String type, long sequence, String bytes, JsonNode data) {

        private static Event of(ConsumerRecord<String, byte[]> sent) {
            return new Event(
                    sent.topic(),
                    sent.key(),
                    header(sent, "ce_type").replaceAll(".*\\.([a-z-]+)\\.v\\d+$", "$1"),
                    Long.parseLong(header(sent, "ce_aggregatesequence")),
                    bytes(sent),
                    JSON.readTree(sent.value()));
        }

        private static String bytes(ConsumerRecord<String, byte[]> sent) {
            return Stream.of(sent.headers().toArray())
                    .map(header -> header.key() + "=" + HEX.formatHex(header.value()))
                    .sorted()
                    .collect(joining(" ", "", " " + HEX.formatHex(sent.value())));
        }

        private static String header(ConsumerRecord<String, byte[]> sent, String name) {
            return new String(sent.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
        }

        String text(String field) {
            return data.path(field).asString("");
        }
    }

    private final List<ConsumerRecord<String, byte[]>> sent;
    private final List<Event> all = new ArrayList<>();
    private final List<Event> first = new ArrayList<>();

    /// @param sent in the order of their offsets
    Announced(List<ConsumerRecord<String, byte[]>> sent) {
        this.sent = sent;
        var seen = new HashMap<String, Event>();
        for (var each : sent) {
            var event = Event.of(each);
            all.add(event);
            var before = seen.putIfAbsent(event.topic + " " + event.key + " " + event.sequence, event);
            if (before == null) first.add(event);
            else assertThat(event).as("repeat").isEqualTo(before);
        }
    }

    int repeats() {
        return all.size() - first.size();
    }

    List<Event> of(String type) {
        return first.stream().filter(event -> event.type.equals(type)).toList();
    }

    /// How many there are of each type, repeats too.
    Map<String, Long> byType() {
        return all.stream().collect(groupingBy(Event::type, counting()));
    }

    /// Only what is about one aggregate.
    Announced about(UUID id) {
        return new Announced(
                sent.stream().filter(each -> id.toString().equals(each.key())).toList());
    }

    /// Of each aggregate the first occurrences are numbered 1, 2, 3 … in the order of their offsets.
    void assertInOrder() {
        var last = new HashMap<String, Long>();
        for (var event : first) {
            var about = event.topic + " " + event.key;
            assertThat(event.sequence).as(about).isEqualTo(last.getOrDefault(about, 0L) + 1);
            last.put(about, event.sequence);
        }
        assertStates();
    }

    /// What follows upon what is published.
    private void assertStates() {
        var last = new HashMap<String, String>();
        var states = Contracts.states();
        for (var event : first) {
            var table = Objects.requireNonNull(states.get(event.topic));
            var about = event.topic + " " + event.key + " " + event.text(table.of());
            var before = last.getOrDefault(about, States.FIRST);
            assertThat(table.after().get(before))
                    .as("after %s of %s", before, about)
                    .contains(event.type);
            last.put(about, event.type);
        }
    }

    /// Of one cohort, after each announcement: no more seats are given than there are. In the end whoever has one is
    /// enrolled, and nobody else.
    ///
    /// @return who has one in the end
    Set<String> assertSeats(UUID cohort, int seats) {
        var held = new HashSet<String>();
        for (var event : first) {
            if (!event.topic.equals("cohort.intakes.v1") || !event.key.equals(cohort.toString())) continue;
            var application = event.text("applicationId");
            if (event.type.equals("application-admitted")) held.add(application);
            if (event.type.equals("seat-freed")) held.remove(application);
            assertThat(held).as("seats given after " + event).hasSizeLessThanOrEqualTo(seats);
        }
        assertThat(enrolledIn(cohort)).as("enrolled").isEqualTo(held);
        return held;
    }

    private Set<String> enrolledIn(UUID cohort) {
        var enrolled = new HashSet<String>();
        for (var event : first) {
            if (event.type.equals("participant-enrolled")
                    && event.text("cohortId").equals(cohort.toString())) enrolled.add(event.key);
            if (event.type.equals("participation-ended")) enrolled.remove(event.key);
        }
        return enrolled;
    }

    /// Each certificate was announced once, for somebody who had completed all modules, and was released by neither who
    /// admitted, nor who changed the legal basis, nor who recorded the last of them.
    void assertFourEyes() {
        var enrolled = of("participant-enrolled").stream().collect(groupingBy(Event::key));
        var completed = of("module-completed").stream().collect(groupingBy(Event::key));
        var issued = of("certificate-issued");
        assertThat(issued).extracting(event -> event.text("participationId")).doesNotHaveDuplicates();
        assertThat(issued).extracting(event -> event.text("number")).doesNotHaveDuplicates();
        assertThat(issued).extracting(event -> event.text("sha256")).doesNotHaveDuplicates();
        for (var certificate : issued) {
            var participation = certificate.text("participationId");
            var enrolment = enrolled.get(participation).getLast();
            var modules = completed.get(participation);
            assertThat(modules).hasSize(enrolment.data.path("modules").size());
            assertThat(certificate.data.path("releasedBy").path("sub").asString(""))
                    .as("who released")
                    .isNotEmpty();
            assertThat(certificate.data.path("releasedBy"))
                    .isNotEqualTo(enrolment.data.path("admittedBy"))
                    .isNotEqualTo(enrolment.data.path("legalBasisChangedBy"))
                    .isNotEqualTo(modules.getLast().data.path("recordedBy"));
        }
    }
}
