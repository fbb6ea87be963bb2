package thami.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thami.notification.Delivery;
import thami.notification.Letter;
import thami.notification.Mail;
import thami.notification.mail.NastyServer.Deafens;
import thami.notification.mail.NastyServer.Trickles;

class GuardedMailerTest {

    private final NastyServer server = NastyServer.start();
    private final MailProperties properties = MailSamples.properties(server.port());
    private final SmtpConnections connections = new SmtpConnections(properties);
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
    private final GuardedMailer mailer;
    private volatile boolean broken;

    GuardedMailerTest() {
        var customizers = new MailConfiguration();
        breakers.circuitBreaker(GuardedMailer.SMTP, breaker(4, customizers.serverFailures()));
        breakers.circuitBreaker(GuardedMailer.LOGIN, breaker(1, customizers.loginFailures()));
        var rate = RateLimiterConfig.custom()
                .limitForPeriod(20)
                .limitRefreshPeriod(Duration.ofMinutes(1))
                .timeoutDuration(Duration.ZERO)
                .build();
        var time = TimeLimiterConfig.custom()
                .timeoutDuration(Duration.ofSeconds(2))
                .build();
        mailer = new GuardedMailer(
                new SmtpMailer(connections, properties) {
                    @Override
                    Delivery send(Mail mail, AtomicBoolean contentSent) {
                        if (broken) throw new NoClassDefFoundError("of the mail library");
                        return super.send(mail, contentSent);
                    }
                },
                breakers,
                RateLimiterRegistry.of(rate),
                TimeLimiterRegistry.of(time));
    }

    private static CircuitBreakerConfig breaker(
            int window,
            io.github.resilience4j.common.circuitbreaker.configuration.CircuitBreakerConfigCustomizer customizer) {
        var config = CircuitBreakerConfig.custom()
                .slidingWindowSize(window)
                .minimumNumberOfCalls(window)
                .failureRateThreshold(60)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitDurationInOpenState(Duration.ofMillis(300))
                .automaticTransitionFromOpenToHalfOpenEnabled(true);
        customizer.customize(config);
        return config.build();
    }

    @AfterEach
    void stop() {
        mailer.close();
        connections.close();
        server.close();
    }

    @Test
    void opensAfterSeveralFailuresAsksNobodyThenAndClosesWhenTheServerIsBack() {
        server.at("CONNECT", "421 4.3.2 Shutting down");
        for (var failure = 1; failure <= 4; failure++) send();

        assertThat(state(GuardedMailer.SMTP)).isEqualTo(CircuitBreaker.State.OPEN);
        assertThat(mailer.isReady()).isFalse();
        assertThat(send()).isInstanceOf(Delivery.Unreachable.class);
        assertThat(server.connections()).as("the fifth was not tried").isEqualTo(4);
        assertThat(state(GuardedMailer.LOGIN)).as("our login is not to blame").isEqualTo(CircuitBreaker.State.CLOSED);

        server.behaves();
        await().until(mailer::isReady);
        assertThat(send()).isInstanceOf(Delivery.Accepted.class);
        assertThat(state(GuardedMailer.SMTP)).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 5.1.1 No such user", "RCPT, 450 4.2.0 Greylisted", "CONTENT, 552 5.3.4 Too big"})
    void doesNotOpenForWhatConcernsASingleMail(String step, String reply) {
        server.at(step, reply);
        for (var failure = 1; failure <= 8; failure++) send();

        assertThat(state(GuardedMailer.SMTP)).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void pausesEverythingAfterOneRefusedLogin() {
        server.at("MAIL", "535 5.7.8 Credentials invalid");

        assertThat(send()).isInstanceOf(Delivery.LockedOut.class);

        assertThat(state(GuardedMailer.LOGIN)).isEqualTo(CircuitBreaker.State.OPEN);
        assertThat(mailer.isReady()).isFalse();
        assertThat(state(GuardedMailer.SMTP)).as("the server itself is well").isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {GuardedMailer.SMTP, GuardedMailer.LOGIN})
    void triesAgainAfterAnErrorOfTheOneMailThatTests(String breaker) {
        breakers.circuitBreaker(breaker).transitionToOpenState();
        breakers.circuitBreaker(breaker).transitionToHalfOpenState();
        assertThat(mailer.isOnTrial()).isTrue();
        broken = true;
        assertThat(send()).isInstanceOf(Delivery.Postponed.class);

        broken = false;
        assertThat(send()).isInstanceOf(Delivery.Accepted.class);
        assertThat(state(breaker)).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(mailer.isOnTrial()).isFalse();
    }

    @Test
    void givesUpOnAServerThatSpeaksOneByteASecond() {
        server.at("CONTENT", new Trickles("250 queued"));
        var start = System.nanoTime();

        assertThat(send()).isInstanceOf(Delivery.Unclear.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        await().untilAsserted(() ->
                assertThat(server.open()).as("connections left open").isZero());
    }

    @Test
    void givesUpOnAServerThatTakesNoMoreOfTheMail() {
        server.at("DATA", new Deafens("354 go on"));
        var words = "Mehr, als auf dem Weg Platz hat.\n".repeat(200_000);
        var endless = new Letter("Lang", words, "<p></p>", MailSamples.LETTER.link());
        var start = System.nanoTime();

        assertThat(mailer.send(MailSamples.mail("sule@post.example", endless))).isInstanceOf(Delivery.Unclear.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void isNotFooledByASlowGreetingEither() {
        server.at("CONNECT", new Trickles("220 nasty.example"));

        assertThat(send()).isInstanceOf(Delivery.Unreachable.class);
    }

    @Test
    void sendsNoFasterThanAllowed() {
        for (var mail = 1; mail <= 20; mail++) assertThat(send()).isInstanceOf(Delivery.Accepted.class);

        assertThat(send()).isInstanceOf(Delivery.Unreachable.class);
        assertThat(server.received()).hasSize(20);
        assertThat(state(GuardedMailer.SMTP))
                .as("our own limit is nobody's failure")
                .isEqualTo(CircuitBreaker.State.CLOSED);
    }

    private Delivery send() {
        return mailer.send(MailSamples.to("sule@post.example"));
    }

    private CircuitBreaker.State state(String breaker) {
        return breakers.circuitBreaker(breaker).getState();
    }
}
