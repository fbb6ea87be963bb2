package thami.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.registration.Samples.CALL_ID;
import static thami.registration.Samples.SUBMISSION;

import org.junit.jupiter.api.Test;

class SubmissionTest {

    @Test
    void hasTheFingerprintThatStoredApplicationsHave() {
        assertThat(SUBMISSION.fingerprint())
                .isEqualTo("50598fac3991edd9da4c9e4fee4ccc5607cf007c1492c9ef0f6f2036ac5f9f68");
    }

    @Test
    void keepsNeighbouringFieldsApart() {
        assertThat(with("ab", "c").fingerprint()).isNotEqualTo(with("a", "bc").fingerprint());
    }

    private static Submission with(String organisation, String occupation) {
        var applicant = new Applicant("Bo", "bo@post.example", Language.DE, "X", organisation, occupation);
        return new Submission(CALL_ID, applicant, "1");
    }
}
