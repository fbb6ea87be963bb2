package thami.cohort.web;

import static java.lang.annotation.ElementType.FIELD;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// The code of a currency that there is, by ISO 4217: whoever shows an amount in it needs its name and sign.
@Constraint(validatedBy = KnownCurrency.Check.class)
@Target(FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface KnownCurrency {

    String message() default "{cohort.currency}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<KnownCurrency, String> {

        @Override
        public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
            return code == null
                    || Currency.availableCurrencies()
                            .anyMatch(known -> known.getCurrencyCode().equals(code));
        }
    }
}
