package thami.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicantTest {

    @Test
    void writesTheSameCharactersInOneWay() {
        assertThat(named("  Zoe\u0308  Beispiel ").name()).isEqualTo("Zo\u00eb Beispiel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bo", "Null", "O'Brien", "Żółć", "李雷", "Şule Beispiel-Yıldız", "Maria-Theresia von und zu Groß"})
    void keepsANameAsItIs(String name) {
        assertThat(named(name).name()).isEqualTo(name);
    }

    @Test
    void hasOneMailboxHoweverItIsCapitalised() {
        assertThat(new Applicant("Bo", "Bo.I@Post.Example", Language.DE, "X", null, null).mailbox())
                .isEqualTo("bo.i@post.example");
    }

    @Test
    void saysNothingWhereNothingWasSaid() {
        assertThat(new Applicant("Bo", "bo@post.example", Language.DE, "X", " ", "").organisation())
                .isNull();
    }

    private static Applicant named(String name) {
        return new Applicant(name, "bo@post.example", Language.DE, "THUERGUSVO", null, null);
    }
}
