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
/// Greek
/// and Cyrillic letters and the usual signs.
@NotBlank
@Size(max = 200)
@Pattern(
        regexp = "[\\x20-\\x7E\\u00A0-\\u00BF\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\u0300-\\u036F–—‘’‚“”„…€№×÷"
                + "&&[^\\u00AD\\uFB00-\\uFFEF]]*")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({FIELD, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface Line {

    String message() default "{cohort.line}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
