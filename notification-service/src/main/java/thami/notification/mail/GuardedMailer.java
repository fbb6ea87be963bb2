package thami.notification.mail;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import thami.notification.Delivery;
import thami.notification.Mail;
import thami.notification.Mailer;

/// Spares a mail server in trouble, and us from one that hangs.
///
/// Two breakers: `smtp` opens after several failures in a row and tries again soon; `smtp-login` opens when our
/// login or our sender is refused even once, since every further try might lock the account. Outermost stands
/// what waits least.
@Component
class GuardedMailer implements Mailer {

    static final String SMTP = "smtp";
    static final String LOGIN = "smtp-login";

    private final SmtpMailer smtp;
    private final CircuitBreaker server;
    private final CircuitBreaker login;
    private final RateLimiter rate;
    private final TimeLimiter time;
    private final ExecutorService attempts = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("smtp-", 1).factory());

    GuardedMailer(
            SmtpMailer smtp,
            CircuitBreakerRegistry breakers,
            RateLimiterRegistry rateLimiters,
            TimeLimiterRegistry timeLimiters) {
        this.smtp = smtp;
        this.server = breakers.circuitBreaker(SMTP);
        this.login = breakers.circuitBreaker(LOGIN);
        this.rate = rateLimiters.rateLimiter(SMTP);
        this.time = timeLimiters.timeLimiter(SMTP);
    }

    @Override
    public boolean isReady() {
        return server.getState() != State.OPEN && login.getState() != State.OPEN;
    }

    @Override
    public boolean isOnTrial() {
        return server.getState() == State.HALF_OPEN || login.getState() == State.HALF_OPEN;
    }

    @Override
    public Delivery send(Mail mail) {
        if (!rate.acquirePermission()) return new Delivery.Unreachable("More mails than the rate limit allows");
        try {
            return login.executeSupplier(() -> server.executeSupplier(() -> inTime(mail)));
        } catch (CallNotPermittedException sparing) {
            return new Delivery.Unreachable(
                    "The mail server is being spared: " + sparing.getCausingCircuitBreakerName());
        }
    }

    /// Never throws: a breaker takes its permit back for a result or an exception, not for an error. A half-open one
    /// has but one: without it, no mail would ever leave again.
    private Delivery inTime(Mail mail) {
        var contentSent = new AtomicBoolean();
        try {
            return time.executeFutureSupplier(() -> attempts.submit(() -> smtp.send(mail, contentSent)));
        } catch (TimeoutException _) { // the attempt was interrupted, which closes its socket
            return contentSent.get()
                    ? new Delivery.Unclear("No answer in time, but it had the mail")
                    : new Delivery.Unreachable("No answer in time");
        } catch (Exception | Error unexpected) {
            return new Delivery.Postponed("Not sent: " + unexpected.getClass().getSimpleName());
        }
    }

    @PreDestroy
    void close() {
        attempts.close();
    }
}
