package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.certificate.pdf.SealKeys;
import thami.certificate.pdf.Validation;
import thami.testing.AnotherInstance;
import tools.jackson.databind.JsonNode;

/// The key to seal with is changed: what was sealed before stays as it is, and stays valid.
class SealKeyChangedTest extends WholeService {

    private static final String NEW_KEY = SealKeys.selfSigned(Instant.now().plus(365, ChronoUnit.DAYS));

    @Test
    void whatWasSealedBeforeStaysValidAndOnlyWhatComesAfterBearsTheNewSeal(
            @Autowired ConfigurableApplicationContext service) {
        var before = released(ready("Ada Vorher"));
        var sealed = pdf(before);
        var verified = verified(number(before));
        var inTheMiddle = ready("Ada Dazwischen");
        var preview = prepared(inTheMiddle);
        var next = ready("Ada Nachher");

        try (var restarted = restarted(service)) {
            http = RestTestClient.bindToServer()
                    .baseUrl("http://localhost:" + restarted.getEnvironment().getProperty("local.server.port"))
                    .build();

            assertThat(verified(number(before))).isEqualTo(verified);
            assertThat(verified.get("status").asString()).isEqualTo("valid");
            assertThat(pdf(before)).isEqualTo(sealed);
            assertThat(Validation.isSealedWith(SealKeys.SELF_SIGNED, sealed)).isTrue();

            var releasedAfter = released(inTheMiddle);
            assertThat(releasedAfter.get("number")).isEqualTo(preview.get("number"));
            assertThat(verified(number(releasedAfter)).get("sha256")).isEqualTo(preview.get("sha256"));
            assertThat(Validation.isSealedWith(SealKeys.SELF_SIGNED, pdf(releasedAfter)))
                    .isTrue();

            var after = released(next);
            assertThat(verified(number(after)).get("status").asString()).isEqualTo("valid");
            assertThat(Validation.isSealedWith(NEW_KEY, pdf(after))).isTrue();
            assertThat(Validation.isSealedWith(SealKeys.SELF_SIGNED, pdf(after)))
                    .isFalse();
        }
    }

    private static ConfigurableApplicationContext restarted(ConfigurableApplicationContext service) {
        return AnotherInstance.of(
                service,
                CertificateServiceApplication.class,
                "--thami.seal.keystore=" + NEW_KEY,
                "--thami.seal.password=" + SealKeys.PASSWORD);
    }

    private static String number(JsonNode released) {
        return released.get("number").asString();
    }
}
