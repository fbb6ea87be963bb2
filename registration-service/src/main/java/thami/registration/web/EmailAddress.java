package thami.registration.web;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// One address that mail can be sent to.
@Email
@Size(max = 254)
@Pattern(regexp = "(\\s*[^\\s@,;<>]+@[^\\s@,;<>]+\\.[^\\s@,;<>.]+\\s*)?")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({FIELD, PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface EmailAddress {
    String message() default "{problem.format}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
