package thami.notification;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;

/// The service again, after the lease has run out, until nothing is pending.
final class Recovering {

    @Bean
    Clock later() {
        return Clock.offset(Clock.systemUTC(), DeliverNotification.LEASE.plusSeconds(1));
    }

    static void main(String[] arguments) {
        var service = CrashTest.service(Recovering.class).run();
        var notifications = service.getBean(Notifications.class);
        org.awaitility.Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> notifications.countPending() == 0);
        System.exit(SpringApplication.exit(service));
    }
}
