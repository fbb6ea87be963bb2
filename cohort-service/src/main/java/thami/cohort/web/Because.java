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
@Size(max = 1000)
@Pattern(regexp = "[^\\p{Cc}&&[^\\n\\r\\t]]*")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target(FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface Because {

    String message() default "{cohort.reason}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
