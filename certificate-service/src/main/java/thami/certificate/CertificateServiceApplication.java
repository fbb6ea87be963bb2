package thami.certificate;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@EnableScheduling
class CertificateServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(CertificateServiceApplication.class, args);
    }

    @Bean
    Calendar calendar(Clock clock) {
        return new Calendar(clock);
    }

    /// Numbers must not be guessed.
    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }
}
