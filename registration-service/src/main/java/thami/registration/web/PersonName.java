package thami.registration.web;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A name as people have them, in any script: also a single one, with apostrophes and hyphens, of one letter.
@Size(max = 200)
@Pattern(regexp = "[\\p{L}\\p{M}\\p{Zs}\\p{Nd}'’ʼ`´.,·()\\-‐–\u200c\u200d]*")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({FIELD, PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface PersonName {
    String message() default "{problem.format}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
