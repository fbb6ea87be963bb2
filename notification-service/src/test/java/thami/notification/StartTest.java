package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    @Test
    void isRefusedInOneLineWithoutTheKeyOfOneOfItsLinks(CapturedOutput output) {
        var service = new SpringApplication(NotificationServiceApplication.class);
        service.setAdditionalProfiles("demo");

        assertThatThrownBy(() -> service.run(
                "--server.port=0", "--thami.links.keys.status=q7Z0n0Xw3m2dG9a1bE6VtYhJkLrPsUiO4c5fN8xQWvM="));
        assertThat(output)
                .contains(
                        "Refused to start: thami.links.keys.certificate is not set (a file of this name in THAMI_SECRETS).");
    }

    @Test
    void isRefusedInOneLineIfThePasswordOfTheMailAccountMayGoInClear(CapturedOutput output) {
        var service = new SpringApplication(NotificationServiceApplication.class);

        assertThatThrownBy(() -> service.run(
                "--server.port=0",
                "--thami.public-url=https://anmeldung.loft-thueringen.invalid",
                "--thami.issuer=https://login.loft-thueringen.invalid/realms/x",
                "--thami.oidc.client-secret=kX9vQ2mZr7LpW4tB",
                "--thami.kafka.password=kX9vQ2mZr7LpW4tB",
                "--THAMI_MAIL_USERNAME=course",
                "--THAMI_MAIL_ENCRYPTION=OPPORTUNISTIC"));
        assertThat(output)
                .contains("Refused to start: thami.mail.encryption (THAMI_MAIL_ENCRYPTION) must be STARTTLS or TLS"
                        + " as thami.mail.username (THAMI_MAIL_USERNAME) is set, not OPPORTUNISTIC.");
    }

    @ParameterizedTest
    @CsvSource({"production, STARTTLS", "demo, OFF"})
    void mailsAreEncryptedUnlessSomebodySaysOtherwise(String profile, String encryption) {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("spring.profiles.active=" + profile)
                .run(service -> assertThat(service.getEnvironment().getProperty("thami.mail.encryption"))
                        .isEqualTo(encryption));
    }
}
