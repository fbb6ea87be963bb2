package thami.cohort.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.cohort.Samples.COHORT;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thami.cohort.planning.CohortId;

class LikenessTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            Şule Beispiel-Yıldız, Sule Beispiel Yildiz
            Şule Yıldız,          'Yildiz, Sule'
            ŁUKASZ ŻÓŁĆ,          Łukasz Zolc
            Jörg Weiß,            JORG WEISS
            O'Brien Ann,          Ann O’Brien
            李雷,                  ' 李雷 '
            """)
    void seesOnePersonInDifferentSpellings(String one, String other) {
        assertThat(name(one)).isEqualTo(name(other));
    }

    @ParameterizedTest
    @CsvSource({"Anna Muster, Anne Muster", "Null, Nil", "李雷, 李梅"})
    void keepsPeopleApart(String one, String other) {
        assertThat(name(one)).isNotEqualTo(name(other));
    }

    @Test
    void seesOneMailboxInOneCallOnlyAndKeepsTooLittleToReadIt() {
        var here = mailbox(COHORT, "Haus@Verein.example");

        assertThat(mailbox(COHORT, "haus@verein.example")).isEqualTo(here).hasSizeLessThanOrEqualTo(8);
        assertThat(mailbox(new CohortId(new UUID(0, 9)), "haus@verein.example")).isNotEqualTo(here);
    }

    private static String name(String name) {
        return Likeness.of(COHORT, name, "a@b.example").name();
    }

    private static String mailbox(CohortId cohort, String email) {
        return Likeness.of(cohort, "n", email).mailbox();
    }
}
