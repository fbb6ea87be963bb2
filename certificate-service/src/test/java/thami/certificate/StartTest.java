package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    @Test
    void isRefusedInOneLineWithoutTheKeyOfItsLinks(CapturedOutput output) {
        var service = new SpringApplication(CertificateServiceApplication.class);
        service.setAdditionalProfiles("demo");

        assertThatThrownBy(() -> service.run("--server.port=0"));
        assertThat(output)
                .contains(
                        "Refused to start: thami.links.keys.certificate is not set (a file of this name in THAMI_SECRETS).");
    }
}
