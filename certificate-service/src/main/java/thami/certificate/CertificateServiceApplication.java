package thami.certificate;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class CertificateServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(CertificateServiceApplication.class, args);
    }
}
