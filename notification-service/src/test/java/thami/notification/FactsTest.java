package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static thami.notification.WithMailSink.SINK;
import static thami.notification.WithMailSink.apply;
import static thami.notification.WithMailSink.mailsTo;
import static thami.notification.WithMailSink.submitted;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import thami.testing.ComponentTest;
import thami.testing.Example;
import thami.testing.Neighbours;
import thami.web.Links;

/// Facts in, mails out: real broker, real store, real SMTP.
@ComponentTest
class FactsTest implements WithMailSink {

    @Autowired
    Neighbours neighbours;

    @Autowired
    Links links;

    private final UUID application = UUID.randomUUID();
    private final UUID call = UUID.randomUUID();
    private long told; // facts of the call's intake

    @BeforeEach
    void theCallIsKnown() {
        neighbours.publish("cohort/call-published.v1");
        neighbours.awaitRead("cohort.cohorts.v1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            registration/application-withdrawn.v1 | Ihre Bewerbung ist zurückgezogen | Your application has been withdrawn
            registration/status-link-renewed.v1   | Ihr neuer Link zur Statusseite   | Your new link to the status page
            cohort/application-admitted.v1        | Zusage: Sie haben einen Platz    | You have a place
            cohort/application-waitlisted.v1      | Sie haben einen Warteplatz       | You are on the waiting list
            cohort/application-declined.v1        | Absage zu Ihrer Bewerbung        | We cannot offer you a place
            cohort/decision-undone.v1             | Ihre Bewerbung wird neu geprüft  | We are looking at your application again
            certificate/certificate-issued.v1     | Ihr Zertifikat ist da            | Your certificate is ready
            """)
    void eachFactIsToldInThePersonsLanguageWithoutItsInternalReason(String fact, String german, String english) {
        for (var language : new String[] {"de", "en"}) {
            var person = UUID.randomUUID();
            var address = apply(neighbours, person, language);
            neighbours.publish(about(fact, person));

            var told = mailsTo(address, 2).stream()
                    .filter(mail -> mail.subject().endsWith(language.equals("de") ? german : english))
                    .findFirst()
                    .orElseThrow();

            assertThat(told.text() + told.html()).doesNotContain("Beispielbegründung", "sample-admissions");
            assertThat(told.to()).containsExactly(address);
        }
    }

    @Test
    void theCertificatesMailLeadsToItsPage() {
        var address = apply(neighbours, application, "de");
        neighbours.publish(about("certificate/certificate-issued.v1", application));

        assertThat(mailsTo(address, 2))
                .extracting(mail -> mail.text())
                .anyMatch(text ->
                        text.contains("/certificate/" + links.token("certificate", certificate(application), 1)));
    }

    @Test
    void aFactThatComesBeforeItsPersonIsToldOnceThePersonIsKnown() {
        neighbours.publish(about("cohort/application-admitted.v1", application));
        neighbours.awaitRead("cohort.intakes.v1");

        var address = apply(neighbours, application, "de");

        assertThat(mailsTo(address, 2)).extracting(mail -> mail.subject()).anyMatch(it -> it.contains("Zusage"));
    }

    @Test
    void aHundredRepeatsAreOneMail() {
        var address = application + "@post.example";
        for (var time = 1; time <= 100; time++) neighbours.publish(submitted(application, address, "de"));
        neighbours.awaitRead("registration.applications.v1");

        assertThat(mailsTo(address, 1)).hasSize(1);
        await().during(Duration.ofSeconds(3)).until(() -> SINK.mailsTo(address).size() == 1);
    }

    @Test
    void admittedUndoneAndAdmittedAgainAreThreeMails() {
        var address = apply(neighbours, application, "de");
        neighbours.publish(about("cohort/application-admitted.v1", application));
        neighbours.publish(about("cohort/decision-undone.v1", application));
        neighbours.publish(about("cohort/application-admitted.v1", application));

        assertThat(mailsTo(address, 4))
                .extracting(mail -> mail.subject())
                .filteredOn(it -> it.contains("Zusage"))
                .hasSize(2);
    }

    @Test
    void aCancellationIsToldToWhoStillHopesAndToWhoeverComesAfterIt() {
        var hoping = UUID.randomUUID();
        var declined = UUID.randomUUID();
        var late = UUID.randomUUID();
        neighbours.publish(Example.of("cohort/call-published.v1").about(call, 1).with("callId", call.toString()));
        neighbours.awaitRead("cohort.cohorts.v1");
        var hopes = applyTo(call, hoping);
        var hopesNoMore = applyTo(call, declined);
        neighbours.publish(about("cohort/application-admitted.v1", hoping));
        neighbours.publish(about("cohort/application-declined.v1", declined));
        mailsTo(hopes, 2);
        mailsTo(hopesNoMore, 2);

        neighbours.publish(cancelled());
        neighbours.publish(cancelled());
        neighbours.awaitQuiet();
        var comesLate = applyTo(call, late);

        assertThat(mailsTo(hopes, 3)).last().satisfies(mail -> {
            assertThat(mail.subject()).endsWith("Der Jahrgang ist abgesagt");
            assertThat(mail.text()).doesNotContain("Beispiel: zu wenige Anmeldungen");
        });
        assertThat(mailsTo(comesLate, 1))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Inzwischen ist der Jahrgang leider abgesagt"));
        assertThat(mailsTo(hopesNoMore, 2)).noneMatch(mail -> mail.subject().contains("abgesagt"));
        assertThat(SINK.mailsTo(hopes)).hasSize(3);
    }

    @Test
    void aMoveIsToldToWhoHasAPlaceWithItsNewTimeAndPlace() {
        neighbours.publish(Example.of("cohort/call-published.v1").about(call, 1).with("callId", call.toString()));
        neighbours.awaitRead("cohort.cohorts.v1");
        var hopes = applyTo(call, UUID.randomUUID());
        mailsTo(hopes, 1);

        neighbours.publish(moved(2, "Jena (Beispielort)"));
        neighbours.publish(moved(3, "Jena (Beispielort)"));

        assertThat(mailsTo(hopes, 2)).last().satisfies(mail -> {
            assertThat(mail.subject()).endsWith("Ihr Jahrgang: Zeitraum oder Ort geändert");
            assertThat(mail.text()).contains("Jetzt gilt: 02.03.2026 bis 30.10.2026. Ort: Jena (Beispielort).");
        });
        await().during(Duration.ofSeconds(2)).until(() -> SINK.mailsTo(hopes).size() == 2);
        assertThat(mailsTo(applyTo(call, UUID.randomUUID()), 1))
                .first()
                .satisfies(mail -> assertThat(mail.text()).contains("Ort: Jena (Beispielort)"));
    }

    private Example moved(long sequence, String place) {
        return Example.of("cohort/call-changed.v1")
                .about(call, sequence)
                .with("callId", call.toString())
                .with("place", place);
    }

    private String applyTo(UUID call, UUID person) {
        var address = person + "@post.example";
        neighbours.publish(submitted(person, address, "de").with("callId", call.toString()));
        return address;
    }

    private Example cancelled() {
        return Example.of("cohort/cohort-cancelled.v1").about(call, 4).with("cohortId", call.toString());
    }

    @Test
    void anotherLegalBasisIsNoMail() {
        var address = apply(neighbours, application, "de");
        neighbours.publish(about("cohort/application-admitted.v1", application));
        neighbours.publish(about("cohort/legal-basis-changed.v1", application));
        neighbours.awaitRead("cohort.intakes.v1");

        assertThat(mailsTo(address, 2)).hasSize(2);
        await().during(Duration.ofSeconds(3)).until(() -> SINK.mailsTo(address).size() == 2);
        assertThat(neighbours.deadLetters("cohort.intakes.v1"))
                .noneMatch(letter -> call.toString().equals(letter.key()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Şule\r\nBcc: victim@post.example",
                "Şule\n.\nMAIL FROM:<x@y.example>",
                "=?utf-8?q?=0D=0ABcc:_victim@post.example?=",
                "<script>alert(1)</script>",
                "Żółć 李雷 عربي 👩‍👩‍👧‍👦",
                "\u202Egnp.exe",
                "Null"
            })
    void hostileNamesAreTextAndNothingElse(String name) {
        var address = application + "@post.example";
        neighbours.publish(submitted(application, address, "de").with("name", name));

        var mail = mailsTo(address, 1).getFirst();

        assertThat(mail.to()).containsExactly(address);
        assertThat(mail.headers()).doesNotContainKey("Bcc");
        assertThat(mail.html()).doesNotContain("<script");
        assertThat(SINK.mailsTo("victim@post.example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            `"%s x"@post.example`,   `"%s x"@post.example`
            %s@bücher.example,       %s@xn--bcher-kva.example
            """)
    void unusualAddressesAreReached(String given, String reached) {
        neighbours.publish(submitted(application, given.formatted(application), "de"));

        assertThat(mailsTo(reached.formatted(application), 1)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s@post.example, victim@post.example",
                "%s@post.example\r\nBcc: victim@post.example",
                "grüße%s@post.example",
                "nobody"
            })
    void whatIsNotOneMailboxIsRefusedWhereStaffSeeIt(String given, @Autowired Notifications notifications) {
        neighbours.publish(submitted(application, given.formatted(application), "de"));
        var selection = new Notifications.Selection(new RecipientId(application), Notification.State.FAILED, null);

        var failed = await().until(() -> notifications.newest(selection, 1), found -> !found.isEmpty());

        assertThat(failed.getFirst().answer()).hasValue("No mail can be sent to this address");
        assertThat(SINK.mailsTo("victim@post.example")).isEmpty();
    }

    /// The next fact has the same key, so it stands behind the poison in the same partition.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            broken JSON    | {"applicationId":
            missing field  | {}
            null           | null
            a list         | []
            no data        | ``
            no value       |
            wrong type     | {"applicationId":"x"}
            """)
    void poisonIsPutAsideAndTheNextFactIsTold(String what, String body) {
        var poison = submitted(application, "nobody@post.example", "de");
        var value = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        neighbours.publish(poison.topic(), poison.key(), poison.headers(), value);

        var address = apply(neighbours, application, "de");

        assertThat(mailsTo(address, 1)).hasSize(1);
        assertThat(neighbours.deadLetters("registration.applications.v1"))
                .filteredOn(letter -> application.toString().equals(letter.key()))
                .hasSize(1);
    }

    /// The order within each key is kept, as Kafka keeps it; then everything is told once more.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void inWhateverOrderAndHoweverOftenEachFactIsOneMail(int seed) {
        var address = application + "@post.example";
        var random = new Random(seed);
        var facts = List.of(
                List.of(
                        submitted(application, address, "de"),
                        about("registration/application-withdrawn.v1", application)),
                List.of(
                        about("cohort/application-waitlisted.v1", application),
                        about("cohort/application-admitted.v1", application)),
                List.of(about("certificate/certificate-issued.v1", application)));
        for (var time = 1; time <= 2; time++) {
            var queues = new ArrayList<>(facts.stream().map(ArrayList::new).toList());
            while (!queues.isEmpty()) {
                var queue = queues.get(random.nextInt(queues.size()));
                neighbours.publish(queue.removeFirst());
                if (queue.isEmpty()) queues.remove(queue);
            }
        }
        neighbours.awaitQuiet();

        assertThat(mailsTo(address, 5)).hasSize(5);
        assertThat(neighbours.deadLetters("cohort.intakes.v1")).isEmpty();
    }

    /// Keyed and numbered as its owner would.
    private Example about(String fact, UUID person) {
        var subject = fact.startsWith("registration") ? person : fact.startsWith("cohort") ? call : certificate(person);
        return Example.of(fact)
                .about(subject, fact.startsWith("registration") ? 2 : ++told)
                .with(data -> {
                    if (data.has("applicationId")) data.put("applicationId", person.toString());
                    if (data.has("participationId")) data.put("participationId", person.toString());
                    if (data.has("certificateId")) data.put("certificateId", subject.toString());
                });
    }

    private static UUID certificate(UUID person) {
        return new UUID(person.getMostSignificantBits(), ~person.getLeastSignificantBits() | 0x8000_0000_0000_0000L);
    }
}
