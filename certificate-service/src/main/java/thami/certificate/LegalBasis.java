package thami.certificate;

import java.util.Arrays;
import java.util.Optional;

/// Which of the two recognitions a certificate confirms; the words that are printed belong to the template.
public enum LegalBasis {
    /// Sufficient qualification under ThürGUSVO, annex 2.
    A,
    /// Requirements on staff under the guideline on social counselling.
    B;

    /// Empty for a code that cohort may know one day and we do not.
    public static Optional<LegalBasis> of(String code) {
        return Arrays.stream(values())
                .filter(basis -> basis.name().equals(code))
                .findFirst();
    }
}
