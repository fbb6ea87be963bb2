package thami.certificate.pdf;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import thami.certificate.CertificatePress;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SealProperties.class)
class PdfConfiguration {

    @Bean
    CertificatePress certificatePress(SealProperties seal, Environment environment) {
        return new PdfPress(
                seal,
                environment.acceptsProfiles(Profiles.of("demo")),
                Runtime.getRuntime().availableProcessors());
    }
}
