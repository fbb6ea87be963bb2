package thami.cohort;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class CohortServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(CohortServiceApplication.class, args);
    }
}
