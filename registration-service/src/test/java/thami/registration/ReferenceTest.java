package thami.registration;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static thami.registration.Samples.ID;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferenceTest {

    @Test
    void isShortAndFreeOfLettersThatAreMistakenForOthers() {
        assertThat(Reference.of(ID).value()).matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");
    }

    @Test
    void staysTheSame() {
        assertThat(Reference.of(ID)).isEqualTo(Reference.of(new ApplicationId(ID.value())));
    }

    @Test
    void hardlyEverMeetsAnother() {
        var thousand = IntStream.range(0, 1_000).mapToObj(i -> Reference.of(new ApplicationId(new UUID(0, i))));
        assertThat(thousand.collect(toSet())).hasSize(1_000);
    }
}
