package thami.system;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import thami.launcher.demo.Story;
import thami.launcher.demo.Story.Accepted;
import tools.jackson.databind.JsonNode;

/// What people were told by mail: of each fact one mail with its subject, and a second copy of it, the same, only where
/// a fault was in the way of the first.
final class Told {

    /// What may end a mail's sending in the air: who sends it, what it is noted in, who takes it.
    private static final List<String> BEHIND_A_MAIL = List.of("notification-service", "store", "mail", "smtp");

    /// How long a mail may be on its way before it arrives, and how long after that nobody may have noted it.
    private static final Duration SENDING = Duration.ofSeconds(20);

    private final Story story;
    private final List<Fault> faults;
    private final Map<String, Properties> words = new HashMap<>();
    private int mails;
    private int repeated;

    Told(Story story, List<Fault> faults) {
        this.story = story;
        this.faults = faults;
    }

    /// @param facts by the names that notification-service has for them, in whatever order they were told
    void assertTold(Accepted application, List<String> facts) {
        var person = application.person();
        var found = story.mails(person, facts.size());
        var copies = found.stream()
                .collect(groupingBy(mail -> mail.get("messageId").asString()))
                .values();
        assertThat(copies)
                .as("mails to the person of %s", application.reference())
                .extracting(each -> each.getFirst().get("subject").asString())
                .containsExactlyInAnyOrderElementsOf(facts.stream()
                        .map(fact -> subject(fact, person.language()))
                        .toList());
        copies.forEach(this::assertSame);
        mails += found.size();
        repeated += found.size() - copies.size();
    }

    private void assertSame(List<JsonNode> copies) {
        var first = copies.getLast(); // the newest comes first
        for (var copy : copies) {
            for (var what : List.of("to", "subject", "text", "html"))
                assertThat(copy.get(what)).as(what + " of both copies").isEqualTo(first.get(what));
        }
        for (var before : copies.subList(1, copies.size())) {
            var from = arrived(before).minus(SENDING);
            var to = arrived(before).plus(SENDING);
            assertThat(faults)
                    .as("a fault that explains one more copy, between %s and %s", from, to)
                    .anyMatch(fault -> fault.touches(BEHIND_A_MAIL, from, to));
        }
    }

    /// When it arrived, by the mail sink's clock, which its id carries: the sender's may be wrong.
    private static Instant arrived(JsonNode mail) {
        return Instant.ofEpochMilli(Long.parseLong(mail.get("id").asString(), 16) >>> 16);
    }

    private String subject(String fact, String language) {
        var said = words.computeIfAbsent(language, Told::wordsIn);
        return said.getProperty("sample.subject") + " " + said.getProperty(fact + ".subject");
    }

    private static Properties wordsIn(String language) {
        var file = "notification-service/src/main/resources/mail/words_%s.properties".formatted(language);
        var words = new Properties();
        try (var reader = Files.newBufferedReader(RepositoryFiles.path(file))) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /// All of those who were asked about, copies too.
    int mails() {
        return mails;
    }

    int repeated() {
        return repeated;
    }
}
