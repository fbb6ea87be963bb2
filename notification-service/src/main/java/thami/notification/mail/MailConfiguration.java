package thami.notification.mail;

import io.github.resilience4j.common.circuitbreaker.configuration.CircuitBreakerConfigCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thami.notification.Delivery;

/// What counts as a failure for which breaker. Their figures stand in `application.yaml`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

    @Bean
    CircuitBreakerConfigCustomizer serverFailures() {
        return CircuitBreakerConfigCustomizer.of(
                GuardedMailer.SMTP,
                breaker -> breaker.recordResult(
                        delivery -> delivery instanceof Delivery.Unreachable || delivery instanceof Delivery.Unclear));
    }

    /// What is thrown is the other breaker's refusal: it says nothing about our login.
    @Bean
    CircuitBreakerConfigCustomizer loginFailures() {
        return CircuitBreakerConfigCustomizer.of(
                GuardedMailer.LOGIN,
                breaker -> breaker.recordResult(Delivery.LockedOut.class::isInstance)
                        .ignoreException(_ -> true));
    }
}
