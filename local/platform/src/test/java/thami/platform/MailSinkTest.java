package thami.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class MailSinkTest {

    private @TempDir Path folder;
    private MailSink sink;

    @BeforeEach
    void start() {
        sink = MailSink.start(folder);
    }

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void keepsWhatItsReaderWouldSee() throws Exception {
        send("sule@example.org", "Zusage für Şule", "Guten Tag Şule Öztürk", "<p>Guten Tag <b>Şule</b></p>");

        assertThat(sink.mailsTo("SULE@example.org")).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Zusage für Şule");
            assertThat(mail.from()).isEqualTo("ThAMI <no-reply@example.org>");
            assertThat(mail.text()).isEqualToIgnoringNewLines("Guten Tag Şule Öztürk");
            assertThat(mail.html()).contains("<b>Şule</b>");
            assertThat(mail.messageId()).isNotBlank();
            assertThat(mail.date()).isNotNull();
        });
        assertThat(sink.mailsTo("somebody-else@example.org")).isEmpty();
    }

    @Test
    void whatWasAcknowledgedIsThereAfterARestartInItsOrder() throws Exception {
        send("a@example.org", "first", "1", null);
        send("b@example.org", "second", "2", null);
        sink.close();

        sink = MailSink.start(folder);
        send("c@example.org", "third", "3", null);

        assertThat(sink.mails()).extracting(Mail::subject).containsExactly("first", "second", "third");
    }

    @Test
    void theApiFindsByRecipientAndById() throws Exception {
        send("a@example.org", "one", "1", null);
        send("b+x@example.org", "two", "2", null);
        var json = new JsonMapper();

        var found =
                json.readTree(get("/api/messages?to=b%2Bx@example.org").body()).get("items");

        assertThat(found).hasSize(1);
        var one = json.readTree(
                get("/api/messages/" + found.get(0).get("id").asString()).body());
        assertThat(one.get("subject").asString()).isEqualTo("two");
        assertThat(one.get("to").get(0).asString()).isEqualTo("b+x@example.org");
        assertThat(one.get("headers").get("Auto-Submitted").get(0).asString()).isEqualTo("auto-generated");
        assertThat(get("/api/messages/ffffffffffffffff").statusCode()).isEqualTo(404);
        assertThat(get("/messages/..%2f..%2fetc%2fpasswd.eml").statusCode()).isEqualTo(404);
    }

    @Test
    void thePageShowsTextAsTextAndMakesAddressesLinks() throws Exception {
        send("a@example.org", "<script>alert(1)</script>", "see http://localhost:8080/status/x_1-y?a=1&b=2", null);
        var id = sink.mails().getFirst().id();

        assertThat(get("/").body()).contains("&lt;script&gt;").doesNotContain("<script>");
        assertThat(get("/messages/" + id).body())
                .contains("<a href=\"http://localhost:8080/status/x_1-y?a=1&amp;b=2\">")
                .doesNotContain("<script>");
    }

    @Test
    void theHtmlOfAMailIsSandboxed() throws Exception {
        send("a@example.org", "s", "t", "<p onclick=\"evil()\">x</p><script>evil()</script>");
        var id = sink.mails().getFirst().id();

        assertThat(get("/messages/" + id + "/html").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy -> assertThat(policy).startsWith("sandbox").contains("default-src 'none'"));
        assertThat(get("/messages/" + id).body()).contains("sandbox=\"allow-popups");
    }

    @Test
    void thePagesSpeakGermanUnlessEnglishIsPreferred() throws Exception {
        assertThat(get("/").body()).contains("<html lang=\"de\">").contains("Noch keine Mail.");
        assertThat(get("/?lang=en").body()).contains("<html lang=\"en\">").contains("No mail yet.");
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var uri = URI.create("http://127.0.0.1:" + sink.httpPort() + path);
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private void send(String to, String subject, String text, String html) throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", "" + sink.smtpPort());
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("no-reply@example.org", "ThAMI"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(new java.util.Date());
        if (html == null) {
            message.setText(text, "UTF-8");
        } else {
            var parts = new MimeMultipart("alternative");
            for (var part : new String[][] {{text, "plain"}, {html, "html"}}) {
                var body = new MimeBodyPart();
                body.setText(part[0], "UTF-8", part[1]);
                parts.addBodyPart(body);
            }
            message.setContent(parts);
        }
        Transport.send(message);
    }
}
