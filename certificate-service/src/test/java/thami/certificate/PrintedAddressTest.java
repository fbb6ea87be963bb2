package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://thami.de",
                "https://localhost",
                "https://localhost:8443",
                "https://LOCALHOST",
                "https://127.0.0.1",
                "https://192.168.1.7",
                "https://[::1]:8443",
                "https://server",
                "https://thami.local",
                "https://thami.internal",
                "https://thami.example",
                "ftp://thami.de"
            })
    void isRefusedUnlessItCanStandForYears(String base) {
        assertThatThrownBy(() -> new PrintedAddress(URI.create(base), false).mustBePublic())
                .isInstanceOfSatisfying(
                        CannotIssue.class,
                        refused -> assertThat(refused.because()).isEqualTo(CannotIssue.Because.ADDRESS_NOT_PUBLIC));
        assertThatCode(() -> new PrintedAddress(URI.create(base), true).mustBePublic())
                .doesNotThrowAnyException();
    }

    @Test
    void isPrintedWhenItIsPublic() {
        var address = new PrintedAddress(URI.create("https://zertifikat.thami.de/"), false);
        address.mustBePublic();
        assertThat(address.verifyPage(Story.NUMBER))
                .hasToString("https://zertifikat.thami.de/verify/" + Story.NUMBER.grouped());
    }
}
