package thami.cohort.web;

import static java.lang.annotation.ElementType.FIELD;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A reason: some sentences, up to 1,000 characters. An intake keeps a thousand of them in one document.
@NotBlank
@Size(max = Because.LONGEST)
@Pattern(regexp = Because.CHARACTERS)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target(FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface Because {

    int LONGEST = 1000;

    String CHARACTERS = "[^\\p{Cc}&&[^\\n\\r\\t]]*";

    String message() default "{cohort.reason}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
