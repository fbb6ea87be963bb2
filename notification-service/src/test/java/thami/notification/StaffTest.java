package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.notification.WithMailSink.apply;
import static thami.notification.WithMailSink.mailsTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.testing.ComponentTest;
import thami.testing.Neighbours;
import thami.testing.StaffProvider;
import thami.testing.StaffProvider.Person;
import thami.web.Links;
import tools.jackson.databind.JsonNode;

/// What staff see and order, over the interface and on the pages.
@ComponentTest
class StaffTest implements WithMailSink {

    @Autowired
    RestTestClient http;

    @Autowired
    StaffProvider staff;

    @Autowired
    Neighbours neighbours;

    @Autowired
    Notifications notifications;

    @LocalServerPort
    int port;

    private final UUID application = UUID.randomUUID();
    private final String reference = "R-" + application;
    private String address;
    private FormBrowser browser;

    @BeforeEach
    void somebodyHasApplied() {
        address = application + "@post.example";
        neighbours.publish("cohort/call-published.v1");
        neighbours.awaitRead("cohort.cohorts.v1");
        neighbours.publish(WithMailSink.submitted(application, address, "de").with("reference", reference));
        mailsTo(address, 1);
        org.awaitility.Awaitility.await().until(() -> the("SENT") != null);
        browser = new FormBrowser(port);
        staff.signingIn(Person.of("olga", "operations"));
    }

    @Test
    void theListNamesNobody() {
        var list = get("/api/notifications?recipient=" + application);

        assertThat(list.get("items").size()).isEqualTo(1);
        assertThat(list.get("items").get(0).get("state").asString()).isEqualTo("SENT");
        assertThat(list.toString()).doesNotContain("post.example", "Şule");
    }

    @Test
    void theMessageHasTheExactTextWithoutTheSecretOfItsLink(@Autowired Links links) {
        var message = get("/api/notifications/" + the("SENT"));
        var secret = links.token("status", application, 1);
        var sent = mailsTo(address, 1).getFirst();

        assertThat(message.get("words").get("text").asString())
                .isEqualToNormalizingNewlines(sent.text().replace(secret, Letter.MARK))
                .contains(Letter.MARK);
        assertThat(message.get("words").get("draft").asBoolean()).isFalse();
        assertThat(message.get("to").get("address").asString()).isEqualTo(address);
        assertThat(message.toString()).doesNotContain(secret);
    }

    @Test
    void aResendIsANewMailWithTheSameWordsAndIsWrittenDown() {
        var id = the("SENT");
        var before = get("/api/notifications/" + id);

        resend(id, null, 202);

        var mails = mailsTo(address, 2);
        assertThat(mails).extracting(mail -> mail.messageId()).doesNotHaveDuplicates();
        assertThat(mails.get(0).text()).isEqualTo(mails.get(1).text());
        org.awaitility.Awaitility.await().until(() -> the("SENT") != null);
        var after = get("/api/notifications/" + id);
        assertThat(after.get("words")).isEqualTo(before.get("words"));
        assertThat(after.get("sending").asInt()).isEqualTo(2);
        assertThat(after.get("resends").get(0).get("reason").asString()).isEqualTo("Im Spam gelandet");
        assertThat(after.get("resends").get(0).get("by").asString()).isEqualTo("staff-operations (Test)");
    }

    @Test
    void aResendOfWhatHasChangedSinceIsRefused() {
        resend(the("SENT"), "\"1\"", 412);

        assertThat(mailsTo(address, 1)).hasSize(1);
    }

    @Test
    void whatIsStillOnItsWayIsNotSentAgain() {
        var waiting = UUID.randomUUID();
        neighbours.publish(thami.testing.Example.of("registration/application-withdrawn.v1")
                .about(waiting, 2)
                .with("applicationId", waiting.toString()));
        org.awaitility.Awaitility.await()
                .until(() -> get("/api/notifications?recipient=" + waiting)
                                .get("items")
                                .size()
                        == 1);
        var line = get("/api/notifications?recipient=" + waiting).get("items").get(0);

        assertThat(line.get("state").asString()).isEqualTo("WAITING");
        resend(line.get("id").asString(), null, 409);
        assertThat(get("/api/notifications/" + line.get("id").asString()).has("words"))
                .isFalse();
    }

    @Test
    void pagesOfTheListHoldEachMessageOnce() {
        apply(neighbours, UUID.randomUUID(), "en");
        apply(neighbours, UUID.randomUUID(), "en");
        org.awaitility.Awaitility.await()
                .until(() -> get("/api/notifications?limit=3").get("items").size() == 3);
        var all = get("/api/notifications?limit=100").get("items");
        var seen = new java.util.ArrayList<String>();
        for (var page = get("/api/notifications?limit=1"); ; ) {
            page.get("items").forEach(item -> seen.add(item.get("id").asString()));
            if (!page.has("next")) break;
            page = get("/api/notifications?limit=1&after=" + page.get("next").asString());
        }

        assertThat(seen).doesNotHaveDuplicates().hasSize(all.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void thePagesShowListMessageAndHtml(String language) throws IOException {
        var list = browser.open("/staff/notification?lang=" + language + "&q=" + reference);
        kept("list-" + language, list.body());
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body())
                .contains(language.equals("de") ? "An den Mailserver übergeben" : "Handed over to the mail server");

        var message = browser.open("/staff/notification/messages/" + the("SENT") + "?lang=" + language);
        kept("message-" + language, message.body());
        assertThat(message.body()).contains(address, "Guten Tag Şule Beispiel-Yıldız,", "status/" + Letter.MARK);

        var html = browser.open("/staff/notification/messages/" + the("SENT") + "/html");
        kept("mail-html", html.body());
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox; default-src 'none'");
        assertThat(html.body()).contains("<bdi>Şule Beispiel-Yıldız</bdi>");
    }

    @Test
    void theListSaysWhenThereIsNothing() throws IOException {
        var none = browser.open("/staff/notification?q=UNKNOWN&state=FAILED");
        kept("list-none", none.body());

        assertThat(none.body()).contains("Nichts gefunden");
    }

    @Test
    void sendingAgainOnThePageNeedsAReason() throws IOException {
        var path = "/staff/notification/messages/" + the("SENT");
        var page = browser.open(path);

        var refused = browser.submit(page, path + "/resend", "reason=+");
        kept("message-error", refused.body());
        assertThat(refused.body())
                .contains("govuk-error-summary", "href=\"#reason\"", "Nennen Sie den Grund", "Fehler: ");

        var done = browser.submit(refused, path + "/resend", "reason=Im+Spam+%3Cscript%3Egelandet");
        kept("message-resent", done.body());
        assertThat(done.body())
                .contains("Die Nachricht wird erneut gesendet.", "Im Spam &lt;script&gt;gelandet", "olga (Test)");
        mailsTo(address, 2);
    }

    @Test
    void whatIsRefusedCanBeReadInTheOtherLanguage() {
        var path = "/staff/notification/messages/" + the("SENT");
        var refused = browser.submit(browser.open(path), path + "/resend", "reason=+");

        assertThat(refused.body()).contains("href=\"" + path + "?lang=en\"");
        var english = browser.open(path + "?lang=en");
        assertThat(english.statusCode()).isEqualTo(200);
        assertThat(english.body()).contains("<html lang=\"en\"");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        var path = "/staff/notification/messages/" + the("SENT");
        browser.open(path);
        var nothing = browser.open("/staff/notification/messages/" + the("SENT") + "/html");

        assertThat(browser.submit(nothing, path + "/resend", "reason=x").statusCode())
                .isEqualTo(403);
        assertThat(mailsTo(address, 1)).hasSize(1);
    }

    @Test
    void thePagesAreNotForEverybody() {
        staff.signingIn(Person.of("theo", "trainer"));

        assertThat(browser.open("/staff/notification").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void thePageSaysTheRealState(Notification.State state) throws IOException {
        var id = NotificationId.ofFact("test", state + application.toString(), 1);
        notifications.addIfAbsent(held(Samples.in(state, id, new RecipientId(application), Samples.ADMITTED)));

        var page = browser.open("/staff/notification/messages/" + id.value()).body();
        kept("state-" + state, page);

        assertThat(page)
                .contains(
                        switch (state) {
                            case WAITING -> "Wartet auf die Adresse";
                            case PENDING -> "Wartet auf Versand";
                            case SENDING -> "Wird gerade übergeben";
                            case SENT -> "An den Mailserver übergeben";
                            case FAILED -> "550 No such user";
                        });
    }

    @ParameterizedTest
    @CsvSource({"de, Vielleicht übergeben, Bitte fragen Sie nach", "en, Perhaps handed over, Please ask"})
    void thePagesSayThatAMailWasPerhapsTaken(String language, String state, String advice) throws IOException {
        var id = NotificationId.ofFact("test", language + application, 1);
        var message = Samples.in(Notification.State.SENDING, id, new RecipientId(application), Samples.ADMITTED);
        for (var attempt = 1; attempt <= 5; attempt++) {
            message.record(attempt, new Delivery.Unclear("Read timed out"), Samples.NOON);
            message.nextAttemptAt().ifPresent(next -> message.claim(next, DeliverNotification.LEASE));
        }
        notifications.addIfAbsent(message);

        var page = browser.open("/staff/notification/messages/" + id.value() + "?lang=" + language);
        kept("perhaps-taken-" + language, page.body());
        var list = browser.open("/staff/notification?state=FAILED&lang=" + language + "&q=" + application);
        kept("list-perhaps-taken-" + language, list.body());

        assertThat(page.body()).contains(state, advice, ">5<", ">Read timed out<");
        assertThat(list.body()).contains(state + ": <bdi>Read timed out<");
        assertThat(get("/api/notifications/" + id.value()).get("perhapsTaken").asBoolean())
                .isTrue();
    }

    /// So that the real sender does not take what the test put there.
    static Notification held(Notification notification) {
        if (notification.state() == Notification.State.PENDING || notification.state() == Notification.State.SENDING)
            org.springframework.test.util.ReflectionTestUtils.setField(
                    notification, "nextAttemptAt", java.time.Instant.parse("2099-01-01T00:00:00Z"));
        return notification;
    }

    private String the(String state) {
        var items = get("/api/notifications?recipient=" + application).get("items");
        for (var item : items)
            if (item.get("occasion").asString().equals("received")
                    && item.get("state").asString().equals(state))
                return item.get("id").asString();
        return null;
    }

    private JsonNode get(String path) {
        return http.get()
                .uri(java.net.URI.create(path))
                .header("Authorization", staff.bearer("operations"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private void resend(String id, String ifMatch, int status) {
        var request = http.post()
                .uri("/api/notifications/{id}/resend", id)
                .header("Authorization", staff.bearer("operations"))
                .header("Content-Type", "application/json");
        if (ifMatch != null) request = request.header("If-Match", ifMatch);
        request.body("{\"reason\":\"Im Spam gelandet\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    /// For looking at them: `target/pages`.
    private void kept(String name, String page) throws IOException {
        var folder = Files.createDirectories(Path.of("target/pages"));
        Files.writeString(
                folder.resolve(name + ".html"), page.replaceAll("/assets/notification/([^?\"]*)[^\"]*", "$1"));
        Files.writeString(
                folder.resolve("thami.css"),
                browser.open("/assets/notification/thami.css").body());
    }
}
