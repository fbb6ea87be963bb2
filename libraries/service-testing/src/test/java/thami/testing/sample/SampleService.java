package thami.testing.sample;

import static org.springframework.data.domain.Sort.Direction.ASC;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.messaging.Message;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import thami.delivery.Announcement;
import thami.delivery.Announcements;
import thami.delivery.Inbox;
import thami.delivery.IndexPlan;

/// A service that has nothing but delivery: it stands in cohort-service's place on the broker.
@SpringBootApplication
public class SampleService {

    static final String TOPIC = "cohort.intakes.v1";
    static final String HEARD = "registration.applications.v1";
    static final String ISSUER = "https://login.thami.example";
    static final String OPERATOR = "sample-operations";

    /// In a JVM of its own: counts one sample up, if one is named, and goes on running.
    static void main(String[] args) {
        var context = SpringApplication.run(SampleService.class, args);
        var named = System.getProperty("increase");
        if (named == null) return;
        var sample = Sample.of(UUID.fromString(named));
        sample.increase(Instant.parse("2026-01-05T09:00:00Z"));
        sample.increase(Instant.parse("2026-01-05T09:00:01Z"));
        context.getBean(Samples.class).save(sample);
    }

    @Bean
    Announcements<Sample.Event> announcements() {
        return new SampleAnnouncements();
    }

    @Bean
    IndexPlan indexes() {
        return on -> on.collection("samples").index("count", new Index().on("count", ASC));
    }

    @Bean
    Consumer<Message<byte[]>> registrationApplications(Inbox inbox, Samples samples) {
        var topic = inbox.topic().passingBy("thami.registration.status-link-renewed.v1");
        return topic.on("thami.registration.application-submitted.v1", Heard.class, heard -> {
            if ("Cannot".equals(heard.name())) throw new IllegalArgumentException("cannot handle this one");
            if ("Broken".equals(heard.name())) throw new NoClassDefFoundError("what would handle this one");
            if ("memory".equals(System.getProperty(HaltingProducer.MOMENT))) takeAllMemory();
            var sample =
                    samples.findById(new Sample.Id(heard.applicationId())).orElse(Sample.of(heard.applicationId()));
            sample.hear(heard.name());
            samples.save(sample);
            // as SIGKILL would: the document is written, the offset is not
            if ("heard".equals(System.getProperty(HaltingProducer.MOMENT)))
                Runtime.getRuntime().halt(137);
        });
    }

    /// There is no sign-in here: whoever asks is this one.
    @Bean
    Filter operator() {
        var token = Jwt.withTokenValue("sample")
                .header("alg", "none")
                .issuer(ISSUER)
                .subject(OPERATOR)
                .build();
        return (request, response, chain) -> chain.doFilter(
                new HttpServletRequestWrapper((HttpServletRequest) request) {
                    @Override
                    public Principal getUserPrincipal() {
                        return new TestingAuthenticationToken(token, null);
                    }
                },
                response);
    }

    private static void takeAllMemory() {
        var taken = new ArrayList<byte[]>();
        while (true) taken.add(new byte[16 * 1024 * 1024]);
    }

    record Heard(UUID applicationId, String name, @Nullable String organisation) {}

    static final class SampleAnnouncements implements Announcements<Sample.Event> {

        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public Announcement of(Sample.Event event) {
            return switch (event) {
                case Sample.Increased(var id, var count, var at) ->
                    new Announcement("thami.cohort.sample-increased.v1", at, new IncreasedV1(id.value(), count));
            };
        }

        record IncreasedV1(UUID sampleId, int count) {}
    }
}
