package thami.cohort.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import thami.cohort.planning.CourseModule;
import thami.cohort.planning.Curriculum;
import thami.cohort.planning.Fee;
import thami.cohort.planning.ModuleId;
import thami.cohort.planning.Period;
import thami.cohort.planning.Plan;
import thami.cohort.planning.Programme;
import thami.cohort.planning.Title;
import thami.cohort.planning.Window;

/// The plan of a cohort as JSON.
record PlanBody(
        @NotNull @Valid TitleBody title,
        @NotNull @Valid ProgrammeBody programme,
        @NotEmpty @Size(max = 20) List<@Pattern(regexp = "[A-Z][A-Z0-9_]{0,63}") @NotNull String> targetGroups,
        @NotNull @FourDigitYear Instant opensAt,
        @NotNull @FourDigitYear Instant closesAt,
        @NotNull @FourDigitYear LocalDate startsOn,
        @NotNull @FourDigitYear LocalDate endsOn,
        @Line String place,
        @Valid @Nullable FeeBody fee,
        @NotNull @Min(1) @Max(Plan.MOST_SEATS) Integer seats,
        @Line String ruleVersion,
        @NotNull Boolean sample,
        @NotEmpty @Size(max = 60) List<@Valid @NotNull ModuleBody> modules) {

    static PlanBody of(Plan plan) {
        var fee = plan.fee();
        return new PlanBody(
                TitleBody.of(plan.title()),
                new ProgrammeBody(plan.programme().code(), plan.programme().title()),
                plan.targetGroups(),
                plan.window().opensAt(),
                plan.window().closesAt(),
                plan.period().startsOn(),
                plan.period().endsOn(),
                plan.place(),
                fee == null ? null : new FeeBody(fee.amount(), fee.currency()),
                plan.seats(),
                plan.curriculum().ruleVersion(),
                plan.sample(),
                plan.curriculum().modules().stream().map(ModuleBody::of).toList());
    }

    Plan plan() {
        return new Plan(
                title.title(),
                new Programme(Text.clean(programme.code), Text.clean(programme.title)),
                targetGroups,
                new Window(opensAt.truncatedTo(ChronoUnit.MILLIS), closesAt.truncatedTo(ChronoUnit.MILLIS)),
                new Period(startsOn, endsOn),
                Text.clean(place),
                fee == null ? null : Fee.of(fee.amount, fee.currency),
                seats,
                new Curriculum(
                        Text.clean(ruleVersion),
                        modules.stream().map(ModuleBody::module).toList()),
                sample);
    }

    record TitleBody(@Line String de, @Line String en) {
        static TitleBody of(Title title) {
            return new TitleBody(title.de(), title.en());
        }

        Title title() {
            return new Title(Text.clean(de), Text.clean(en));
        }
    }

    record ProgrammeBody(@Line String code, @Line String title) {}

    record FeeBody(
            @NotNull @DecimalMin("0") @DecimalMax("100000") @Digits(integer = 6, fraction = 2)
            BigDecimal amount,

            @NotNull @KnownCurrency String currency) {}

    record ModuleBody(
            @NotNull UUID id,
            @NotNull @Valid TitleBody title,
            @NotNull @Min(1) @Max(1000) Integer units,
            @Line String provider) {

        static ModuleBody of(CourseModule module) {
            return new ModuleBody(module.id().value(), TitleBody.of(module.title()), module.units(), module.provider());
        }

        CourseModule module() {
            return new CourseModule(new ModuleId(id), title.title(), units, Text.clean(provider));
        }
    }
}
