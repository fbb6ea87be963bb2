package thami.web.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;
import thami.web.RefusedToStart;
import thami.web.sample.SampleApplication;

@ExtendWith(OutputCaptureExtension.class)
class ProductionRulesTest {

    private static MockEnvironment sound() {
        return new MockEnvironment()
                .withProperty("thami.public-url", "https://anmeldung.loft-thueringen.invalid")
                .withProperty("thami.issuer", "https://login.loft-thueringen.invalid/realms/x")
                .withProperty("thami.oidc.client-secret", "kX9vQ2mZr7LpW4tB")
                .withProperty("thami.links.keys.status", "q7Z0n0Xw3m2dG9a1bE6VtYhJkLrPsUiO4c5fN8xQWvM=");
    }

    @Test
    void letASoundConfigurationStart() {
        assertThat(ProductionRules.broken(sound())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                thami.public-url,           '',                                           is not set
                thami.public-url,           http://anmeldung.loft-thueringen.invalid,     must be an https address
                thami.public-url,           https://localhost,                            must be an https address
                thami.public-url,           https://127.0.0.1:8443,                       must be an https address
                thami.public-url,           'https://[::1]/',                             must be an https address
                thami.public-url,           not an address,                               must be an https address
                thami.issuer,               http://localhost:8090,                        must be an https address
                thami.issuer,               '',                                           is not set
                thami.oidc.client-secret,   '',                                           is not set
                thami.oidc.client-secret,   change-me-please-now,                         is a sample
                thami.oidc.client-secret,   kX9vQ2,                                       is a sample
                thami.oidc.client-secret,   aaaaaaaaaaaaaaaaaaaaaaaa,                     is a sample
                thami.links.keys.status,    bm90IGJhc2U2NA,                               at least 32 random bytes
                thami.links.keys.status,    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, is a sample
                """)
    void refuseWhatIsGoodForADemonstrationOnly(String property, String value, String reason) {
        assertThat(ProductionRules.broken(sound().withProperty(property, value)))
                .singleElement()
                .asString()
                .startsWith(property)
                .contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OFF", "off", "false", "OPPORTUNISTIC", "Opportunistic"})
    void refuseALoginAtTheMailServerThatMayGoInClear(String encryption) {
        var clear = sound().withProperty("thami.mail.encryption", encryption);
        assertThat(ProductionRules.broken(clear)).isEmpty();
        assertThat(ProductionRules.broken(clear.withProperty("thami.mail.username", "course")))
                .singleElement()
                .asString()
                .contains(
                        "THAMI_MAIL_ENCRYPTION", "THAMI_MAIL_USERNAME", "must be STARTTLS or TLS", "not " + encryption);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STARTTLS", "starttls", "TLS", ""})
    void letALoginAtTheMailServerBeEncrypted(String encryption) {
        assertThat(ProductionRules.broken(sound().withProperty("thami.mail.username", "course")
                        .withProperty("thami.mail.encryption", encryption)))
                .isEmpty();
    }

    @Test
    void letTheDemonstrationBe() {
        var demo = new MockEnvironment();
        demo.setActiveProfiles("demo");
        assertThat(ProductionRules.broken(demo)).isEmpty();
    }

    @Test
    void endTheStartWithOneLineThatSaysWhy(CapturedOutput output) {
        var application = new SpringApplication(SampleApplication.class);
        application.setDefaultProperties(Map.of("server.port", "0"));
        assertThatThrownBy(application::run).isInstanceOf(RefusedToStart.class);
        assertThat(output).contains("Refused to start: thami.public-url (THAMI_PUBLIC_URL) is not set;");
    }
}
