package thami.cohort.web;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// One line of text that says something, in up to 200 characters that a certificate can show: its fonts have Latin,
/// Greek and Cyrillic letters and the usual signs.
@NotBlank
@Size(max = Line.LONGEST)
@Pattern(regexp = Line.CHARACTERS)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({FIELD, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface Line {

    int LONGEST = 200;

    /// Of the three scripts those blocks that the fonts have, and marks on Latin and Cyrillic letters only: with others
    /// they would be kept as one character that the fonts lack.
    String CHARACTERS = "(?!.*[^\\p{IsLatin}\\p{IsCyrillic}\\p{M}]\\p{M})"
            + "[\\x20-\\x7E\\u00A0-\\u00BF\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\u0300-\\u036F–—‘’‚“”„…€№×÷"
            + "&&[\\x20-\\u04FF\\u1E00-\\u1EFF\\u2010-\\u2027€№]&&[^\\u00AD\\u034F]]*";

    String message() default "{cohort.line}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
