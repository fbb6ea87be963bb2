package thami.cohort.web;

import static java.lang.annotation.ElementType.FIELD;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A day or a moment in a year of four digits: no more has RFC 3339, by which events are written, and a store has not
/// room for all that Java knows.
@Constraint(validatedBy = {FourDigitYear.OfDay.class, FourDigitYear.OfMoment.class})
@Target(FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface FourDigitYear {

    String message() default "{cohort.year}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class OfDay implements ConstraintValidator<FourDigitYear, LocalDate> {

        @Override
        public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
            return day == null || has(day);
        }

        static boolean has(LocalDate day) {
            return day.getYear() >= 0 && day.getYear() <= 9999;
        }
    }

    /// By UTC, in which it is written.
    final class OfMoment implements ConstraintValidator<FourDigitYear, Instant> {

        private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
        private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

        @Override
        public boolean isValid(@Nullable Instant moment, ConstraintValidatorContext context) {
            return moment == null || has(moment);
        }

        static boolean has(Instant moment) {
            return !moment.isBefore(FIRST) && moment.isBefore(END);
        }
    }
}
