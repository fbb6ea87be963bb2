package thami.registration.messaging;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import thami.delivery.Inbox;
import thami.registration.messaging.ShowCertificateOnCertificateIssued.CertificateIssued;

/// What registration-service listens to on certificate.certificates.v1.
@Configuration(proxyBeanMethods = false)
class CertificateCertificatesInbox {

    @Bean
    Consumer<Message<byte[]>> certificateCertificates(Inbox inbox, ShowCertificateOnCertificateIssued show) {
        return inbox.topic().on("thami.certificate.certificate-issued.v1", CertificateIssued.class, show::on);
    }
}
