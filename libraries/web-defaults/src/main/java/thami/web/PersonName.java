package thami.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/// The name of a person in Latin letters, as it stands in a passport: at most 200 characters of DIN 91379, which
/// our pages, mails and documents can show. Nothing, or only spaces, is left to `@NotBlank`. Store
/// [Names#normalized].
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PersonName.Check.class)
public @interface PersonName {

    String message() default "{thami.person-name.characters}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<PersonName, CharSequence> {

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            if (text == null || text.toString().isBlank()) return true;
            var fault = Names.fault(text.toString());
            if (fault == null) return true;
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("{thami.person-name." + fault + "}")
                    .addConstraintViolation();
            return false;
        }
    }
}
