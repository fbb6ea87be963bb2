package thami.notification.mail;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Tells operators when the mail server is spared, and when it does not know us any more: only the latter needs
/// somebody to act. Neither makes the service less ready.
@Component("smtpHealthIndicator")
class MailServerAlarm implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(MailServerAlarm.class);

    private final CircuitBreaker server;
    private final CircuitBreaker login;

    MailServerAlarm(CircuitBreakerRegistry breakers) {
        server = breakers.circuitBreaker(GuardedMailer.SMTP);
        login = breakers.circuitBreaker(GuardedMailer.LOGIN);
        server.getEventPublisher().onStateTransition(MailServerAlarm::tellServer);
        login.getEventPublisher().onStateTransition(MailServerAlarm::tellLogin);
    }

    private static void tellServer(CircuitBreakerOnStateTransitionEvent event) {
        log.warn("Mail server: {}", event.getStateTransition());
    }

    private static void tellLogin(CircuitBreakerOnStateTransitionEvent event) {
        if (event.getStateTransition().getToState() == State.OPEN)
            log.error(
                    "The mail server refuses our login or our sender. No mail is sent until thami.mail.username, its password and thami.mail.from are right");
        else log.info("Login and sender at the mail server: {}", event.getStateTransition());
    }

    @Override
    public Health health() {
        var health = login.getState() == State.CLOSED ? Health.up() : Health.down();
        return health.withDetail("server", server.getState())
                .withDetail("login", login.getState())
                .build();
    }
}
