package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.notification.WithMailSink.SINK;
import static thami.notification.WithMailSink.apply;
import static thami.notification.WithMailSink.mailsTo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import thami.testing.ComponentTest;
import thami.testing.Neighbours;
import thami.testing.Outage;
import thami.testing.StaffProvider;
import thami.testing.Wire;

/// The store goes away in the middle, or hangs, and comes back: staff are told so, no fact is put aside, and everybody
/// gets one mail.
@ComponentTest
@Import(Wire.ToTheStore.class)
class StoreAwayTest implements WithMailSink {

    @Autowired
    RestTestClient http;

    @Autowired
    Neighbours neighbours;

    @Autowired
    StaffProvider staff;

    @Autowired
    Wire wire;

    @Test
    void aStoreThatIsAwayIsAnOutage() throws Exception {
        assertOutage(Wire::cut);
    }

    @Test
    void aStoreThatHangsIsAnOutageToo() throws Exception {
        assertOutage(Wire::hang);
    }

    private void assertOutage(Consumer<Wire> trouble) throws Exception {
        neighbours.publish("cohort/call-published.v1"); // a mail names the call
        var before = apply(neighbours, UUID.randomUUID(), "de");
        mailsTo(before, 1);
        var id = UUID.randomUUID();

        trouble.accept(wire);
        var during = apply(neighbours, UUID.randomUUID(), "de");
        Outage.assertUnavailable(List.of(
                () -> request(HttpMethod.GET, "/api/notifications", Map.of()),
                () -> request(HttpMethod.GET, "/api/notifications/" + id, Map.of()),
                () -> request(HttpMethod.POST, "/api/notifications/" + id + "/resend", Map.of("reason", "Beispiel"))));

        wire.mend();
        neighbours.awaitRead("registration.applications.v1");
        mailsTo(during, 1);
        mailsTo(apply(neighbours, UUID.randomUUID(), "de"), 1); // and on it goes
        for (var address : List.of(before, during))
            assertThat(SINK.mailsTo(address)).as(address).hasSize(1);
        assertThat(neighbours.deadLetters("registration.applications.v1")).isEmpty();
    }

    private ResponseSpec request(HttpMethod method, String path, Map<String, String> body) {
        var request = http.method(method).uri(path).header("Authorization", staff.bearer("operations"));
        return (body.isEmpty() ? request : request.body(body)).exchange();
    }
}
