package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.notification.WithMailSink.apply;
import static thami.notification.WithMailSink.mailsTo;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import thami.testing.ComponentTest;
import thami.testing.Neighbours;
import thami.web.Links;

/// Facts in, mails out: real broker, real store, real SMTP.
@ComponentTest
class TellingTest implements WithMailSink {

    private final UUID application = UUID.randomUUID();

    @Test
    void anApplicationIsConfirmedWithAStatusLink(@Autowired Neighbours neighbours, @Autowired Links links) {
        neighbours.publish("cohort/call-published.v1");
        neighbours.awaitRead("cohort.cohorts.v1");

        var address = apply(neighbours, application, "de");

        assertThat(mailsTo(address, 1)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("[Beispiel] Ihre Bewerbung ist eingegangen");
            assertThat(mail.text())
                    .contains("Guten Tag Şule Beispiel-Yıldız,")
                    .contains("/status/" + links.token("status", application, 1));
            assertThat(mail.headers())
                    .containsEntry("Auto-Submitted", java.util.List.of("auto-generated"))
                    .containsEntry("Content-Language", java.util.List.of("de"));
        });
    }
}
