package thami.cohort.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    private record Planned(@Line String text) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In Thüringen Anerkannte*r Migrations- und Integrationsberater*in (ThAMI plus)",
                "Recht & Asyl – „Grundlagen“, § 5 …",
                "AWO Bildungswerk / Beispielträger № 3",
                "Żółć",
                "Ελλάδα",
                "Київ",
                "9.–11. Woche, 30 €"
            })
    void takesWhatACertificateCanShow(String text) {
        assertThat(validator.validate(new Planned(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "李雷",
                "عربي",
                "Modul 👩‍👧",
                "Beratung ☎",
                "a\u200Bb",
                "a\u202Eb",
                "a\tb",
                "Ａ",
                "a\u00ADb"
            })
    void refusesWhatItCannot(String text) {
        assertThat(validator.validate(new Planned(text))).hasSize(1);
    }
}
