package thami.notification.schedule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import thami.notification.DeliverNotification.Claim;
import thami.notification.Delivery;
import thami.notification.Notifications;

/// How much is on its way and since when, and what became of it. Looked up with the sweep, not by whoever asks.
@Component
class DeliveryFigures {

    private final Notifications notifications;
    private final MeterRegistry meters;
    private final Clock clock;
    private volatile long pending;
    private volatile long waiting;
    private volatile Optional<Instant> longestPending = Optional.empty();

    DeliveryFigures(Notifications notifications, MeterRegistry meters, Clock clock) {
        this.notifications = notifications;
        this.meters = meters;
        this.clock = clock;
        Gauge.builder("thami.notification.pending", this, figures -> figures.pending)
                .description("Mails without a final answer")
                .register(meters);
        Gauge.builder("thami.notification.waiting", this, figures -> figures.waiting)
                .description("Mails to somebody whose address has not come yet")
                .register(meters);
        Gauge.builder("thami.notification.pending.age", this, DeliveryFigures::age)
                .description("How long the oldest of them has been pending")
                .baseUnit("seconds")
                .register(meters);
    }

    void update() {
        pending = notifications.countPending();
        waiting = notifications.countWaiting();
        longestPending = pending == 0 ? Optional.empty() : notifications.longestPending();
    }

    private double age() {
        return longestPending
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    void count(Claim claim, Delivery delivery) {
        var occasion = claim.notification().occasion().name();
        meters.counter("thami.notification.deliveries", "occasion", occasion, "result", result(delivery))
                .increment();
    }

    private static String result(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Accepted _ -> "accepted";
            case Delivery.Refused _ -> "refused";
            case Delivery.Postponed _ -> "postponed";
            case Delivery.Unclear _ -> "unclear";
            case Delivery.Unreachable _ -> "unreachable";
            case Delivery.LockedOut _ -> "locked-out";
        };
    }
}
