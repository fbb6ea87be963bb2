package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thami.notification.Samples.LETTER;

import org.junit.jupiter.api.Test;

class LetterTest {

    @Test
    void carriesTheSecretOnlyOnceItIsUnsealed() {
        var unsealed = LETTER.unsealed("geheim");

        assertThat(unsealed.text()).endsWith("http://x.example/status/geheim");
        assertThat(unsealed.html()).contains("http://x.example/status/geheim");
        assertThat(LETTER.text()).doesNotContain("geheim");
    }

    @Test
    void cannotBeKeptWithTheSecret() {
        assertThatThrownBy(() -> new Letter("s", "t", "h", "http://x.example/status/geheim"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotShowItsWordsInLogs() {
        assertThat(LETTER.toString()).doesNotContain("Guten Tag");
        assertThat(Samples.PERSON.toString()).doesNotContain("Şule", "@");
    }
}
