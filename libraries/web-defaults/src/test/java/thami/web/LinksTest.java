package thami.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final String OLD = "b2xkIG9sZCBvbGQgb2xkIG9sZCBvbGQgb2xkIG9sZCBvbGQ=";
    private static final String NEW = "bmV3IG5ldyBuZXcgbmV3IG5ldyBuZXcgbmV3IG5ldyBuZXc=";
    private static final UUID ID = UUID.fromString("0190b5c2-7b7e-7d1e-9a5e-0123456789ab");

    private final Links links = Links.of(Map.of("status", OLD, "certificate", OLD));

    @Test
    void sayWhomTheyAreForAndOfWhichGeneration() {
        assertThat(links.read("status", links.token("status", ID, 7))).contains(new Links.Link(ID, 7));
    }

    @Test
    void fitIntoAnAddressAsTheyAre() {
        assertThat(links.token("status", ID, 1)).matches("[A-Za-z0-9_-]{48}");
    }

    @Test
    void openNothingElse() {
        assertThat(links.read("certificate", links.token("status", ID, 1))).isEmpty();
    }

    @Test
    void areWorthlessOnceASingleCharacterDiffers() {
        var token = links.token("status", ID, 1);
        assertThat(IntStream.range(0, token.length())
                        .mapToObj(i ->
                                token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1)))
                .allSatisfy(changed -> assertThat(links.read("status", changed)).isEmpty());
    }

    @Test
    void areRefusedInAnyOtherForm() {
        var token = links.token("status", ID, 1);
        for (var text :
                new String[] {"", "x", token + "=", token + "A", token.substring(1), " " + token, "ä".repeat(48)}) {
            assertThat(links.read("status", text)).isEmpty();
        }
    }

    @Test
    void outliveTheReplacementOfTheirKeyUntilItIsRemoved() {
        var sent = links.token("status", ID, 1);
        assertThat(Links.of(Map.of("status", NEW + "," + OLD)).read("status", sent))
                .isPresent();
        assertThat(Links.of(Map.of("status", NEW)).read("status", sent)).isEmpty();
    }

    @Test
    void needAKeyOf256Bits() {
        assertThatThrownBy(() -> Links.of(Map.of("status", "c2hvcnQ="))).hasMessageContaining("32 bytes");
    }

    @Test
    void areRefusedBeforeTheFirstOneIfTheirKeyIsMissing() {
        assertThat(links.requiring("status", "certificate")).isSameAs(links);
        assertThatThrownBy(() -> links.requiring("status", "offer"))
                .hasMessage("thami.links.keys.offer is not set (a file of this name in THAMI_SECRETS)");
    }
}
