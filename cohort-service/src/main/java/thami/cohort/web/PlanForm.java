package thami.cohort.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import thami.cohort.planning.Cohort;
import thami.cohort.planning.CourseModule;
import thami.cohort.planning.Curriculum;
import thami.cohort.planning.Fee;
import thami.cohort.planning.ModuleId;
import thami.cohort.planning.Period;
import thami.cohort.planning.Plan;
import thami.cohort.planning.PlanFlaw;
import thami.cohort.planning.Programme;
import thami.cohort.planning.Title;
import thami.cohort.planning.Window;

/// The plan of a cohort as people fill it in: everything is text until it is read.
///
/// @param key the id of the cohort to be, made when the form was shown, so that sending it twice plans one cohort
/// @param version of the cohort that is changed
record PlanForm(
        @Nullable String key,
        @Nullable String version,
        @Nullable String titleDe,
        @Nullable String titleEn,
        @Nullable String programmeCode,
        @Nullable String programmeTitle,
        @Nullable List<String> targetGroups,
        @Nullable String opensAt,
        @Nullable String closesAt,
        @Nullable String startsOn,
        @Nullable String endsOn,
        @Nullable String place,
        @Nullable String fee,
        @Nullable String seats,
        @Nullable String ruleVersion,
        @Nullable String sample,
        @Nullable List<ModuleForm> modules) {

    private static final List<String> KNOWN_GROUPS =
            List.of("THUERGUSVO", "SOZIALBERATUNGSRICHTLINIE", "MIGRANT_ORGANISATION");
    private static final int FIRST_ROWS = 3;
    private static final int MOST_ROWS = 60;

    PlanForm {
        targetGroups = targetGroups == null ? List.of() : List.copyOf(targetGroups);
        modules = modules == null
                ? List.of()
                : modules.stream().filter(Objects::nonNull).limit(MOST_ROWS).toList();
        if (modules.isEmpty())
            modules = List.of(ModuleForm.blank(UUID.randomUUID())); // that one is missing stands there
    }

    record ModuleForm(
            @Nullable String id,
            @Nullable String titleDe,
            @Nullable String titleEn,
            @Nullable String units,
            @Nullable String provider) {

        static ModuleForm blank(UUID id) {
            return new ModuleForm(id.toString(), "", "", "", "");
        }

        static ModuleForm of(CourseModule module) {
            return new ModuleForm(
                    module.id().value().toString(),
                    module.title().de(),
                    module.title().en(),
                    Integer.toString(module.units()),
                    module.provider());
        }

        /// What was typed into the field of this name.
        public String value(String part) {
            return text(
                    switch (part) {
                        case "titleDe" -> titleDe;
                        case "titleEn" -> titleEn;
                        case "provider" -> provider;
                        default -> units;
                    });
        }

        boolean isBlank() {
            return text(titleDe).isBlank()
                    && text(titleEn).isBlank()
                    && text(units).isBlank()
                    && text(provider).isBlank();
        }
    }

    static PlanForm blank() {
        return new PlanForm(
                UUID.randomUUID().toString(),
                null,
                "",
                "",
                "",
                "",
                List.of(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                IntStream.range(0, FIRST_ROWS)
                        .mapToObj(_ -> ModuleForm.blank(UUID.randomUUID()))
                        .toList());
    }

    static PlanForm of(Plan plan, long version) {
        var fee = plan.fee();
        return new PlanForm(
                null,
                Long.toString(version),
                plan.title().de(),
                plan.title().en(),
                plan.programme().code(),
                plan.programme().title(),
                plan.targetGroups(),
                Input.typed(plan.window().opensAt()),
                Input.typed(plan.window().closesAt()),
                plan.period().startsOn().toString(),
                plan.period().endsOn().toString(),
                plan.place(),
                fee == null ? "" : typed(fee),
                Integer.toString(plan.seats()),
                plan.curriculum().ruleVersion(),
                plan.sample() ? "true" : "",
                plan.curriculum().modules().stream().map(ModuleForm::of).toList());
    }

    PlanForm withAnotherModule() {
        var more = new ArrayList<>(rows());
        if (more.size() < MOST_ROWS) more.add(ModuleForm.blank(UUID.randomUUID()));
        return with(version, more);
    }

    PlanForm withoutModule(int row) {
        var fewer = new ArrayList<>(rows());
        if (row >= 0 && row < fewer.size()) fewer.remove(row);
        return with(version, fewer);
    }

    /// The same, to be saved on the plan of this version.
    PlanForm onTopOf(long later) {
        return with(Long.toString(later), rows());
    }

    private PlanForm with(@Nullable String version, List<ModuleForm> modules) {
        return new PlanForm(
                key,
                version,
                titleDe,
                titleEn,
                programmeCode,
                programmeTitle,
                targetGroups,
                opensAt,
                closesAt,
                startsOn,
                endsOn,
                place,
                fee,
                seats,
                ruleVersion,
                sample,
                modules);
    }

    public List<ModuleForm> rows() {
        return modules == null ? List.of() : modules;
    }

    /// What the plan says, or null when the mistakes, noted in the result, leave it unsaid.
    ///
    /// A form shows less than a plan has: no seconds, no other currency. What nobody altered stays as it was.
    ///
    /// @param cohort whose plan it becomes: what stands there stands, whatever the form says; absent: a new one
    @Nullable
    Plan plan(@Nullable Cohort cohort, BindingResult result, Words words) {
        var reader = new Reader(result, words);
        var earlier = cohort == null ? null : cohort.plan();
        var standing = standing(cohort);
        var title = new Title(reader.line("titleDe", titleDe), reader.line("titleEn", titleEn));
        var programme = standing != null
                ? standing.programme()
                : new Programme(
                        reader.line("programmeCode", programmeCode), reader.line("programmeTitle", programmeTitle));
        var window = cohort != null && cohort.isClosed() ? cohort.plan().window() : window(earlier, reader);
        var starts = reader.read("startsOn", Input.day(text(startsOn)), "plan.day.missing");
        var ends = reader.read("endsOn", Input.day(text(endsOn)), "plan.day.missing");
        var where = reader.line("place", place);
        var costs = fee(earlier, reader);
        var count =
                reader.read("seats", Input.number(text(seats), 1, Plan.MOST_SEATS), "problem.plan.seats-out-of-range");
        var curriculum = standing != null ? standing.curriculum() : curriculum(reader);
        var groups = groups(earlier);
        if (groups.isEmpty()) reader.wrong("targetGroups", "problem.plan.no-target-group");
        if (result.hasErrors() || window == null || starts == null || ends == null || count == null) return null;
        return new Plan(
                title,
                programme,
                groups,
                window,
                new Period(starts, ends),
                where,
                costs,
                count,
                curriculum,
                standing != null ? standing.sample() : "true".equals(sample));
    }

    /// The published plan whose foundations stand.
    static @Nullable Plan standing(@Nullable Cohort cohort) {
        return cohort == null || cohort.status() == Cohort.Status.PLANNED ? null : cohort.plan();
    }

    /// Codes are an open list: this plan may have some that are not known here.
    static List<String> groupsToChooseFrom(@Nullable Cohort cohort) {
        var chosen = cohort == null ? List.<String>of() : cohort.plan().targetGroups();
        return Stream.concat(KNOWN_GROUPS.stream(), chosen.stream()).distinct().toList();
    }

    private List<String> groups(@Nullable Plan earlier) {
        var chosen = targetGroups == null
                ? List.<String>of()
                : targetGroups.stream()
                        .filter(code -> code.matches("[A-Z][A-Z0-9_]{0,63}"))
                        .distinct()
                        .toList();
        var were = earlier == null ? List.<String>of() : earlier.targetGroups();
        return Set.copyOf(chosen).equals(Set.copyOf(were)) ? were : chosen;
    }

    private @Nullable Window window(@Nullable Plan earlier, Reader reader) {
        var was = earlier == null ? null : earlier.window();
        var opens = reader.moment("opensAt", opensAt, was == null ? null : was.opensAt());
        var closes = reader.moment("closesAt", closesAt, was == null ? null : was.closesAt());
        return opens == null || closes == null ? null : new Window(opens, closes);
    }

    private @Nullable Fee fee(@Nullable Plan earlier, Reader reader) {
        if (text(fee).isBlank()) return null;
        BigDecimal amount = reader.read("fee", Input.amount(text(fee)), "plan.fee.malformed");
        return amount == null ? null : Fee.of(amount, currency(earlier));
    }

    /// The amount as it is typed.
    static String typed(Fee fee) {
        return fee.amount().toPlainString().replace('.', ',');
    }

    /// In which the fee is typed.
    static String currency(@Nullable Plan earlier) {
        var was = earlier == null ? null : earlier.fee();
        return was == null ? "EUR" : was.currency();
    }

    private Curriculum curriculum(Reader reader) {
        var read = new ArrayList<CourseModule>();
        for (var row = 0; row < rows().size(); row++) {
            var module = rows().get(row);
            if (!module.isBlank()) read.add(module(module, "modules[" + row + "].", reader));
        }
        if (read.isEmpty()) reader.wrong("modules[0].titleDe", "problem.plan.no-module");
        return new Curriculum(reader.line("ruleVersion", ruleVersion), read);
    }

    private static CourseModule module(ModuleForm module, String row, Reader reader) {
        var units = reader.read(row + "units", Input.number(text(module.units), 1, 1000), "plan.units.malformed");
        return new CourseModule(
                new ModuleId(Input.id(text(module.id)).orElseGet(UUID::randomUUID)),
                new Title(reader.line(row + "titleDe", module.titleDe), reader.line(row + "titleEn", module.titleEn)),
                units == null ? 0 : units,
                reader.line(row + "provider", module.provider));
    }

    /// Shows a plan's contradictions at the fields that could end them.
    static void show(Set<PlanFlaw> flaws, BindingResult result, Words words) {
        for (var flaw : flaws) {
            var field = flaw == PlanFlaw.NO_MODULE || flaw == PlanFlaw.MODULE_TWICE
                    ? "modules[0].titleDe"
                    : PlanFlaws.field(flaw);
            result.rejectValue(field, "flaw", words.say("problem." + PlanFlaws.code(flaw)));
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /// Reads field by field and notes every mistake, so that people see all of them at once.
    private record Reader(BindingResult result, Words words) {

        String line(String field, @Nullable String typed) {
            if (!Input.isLine(text(typed))) wrong(field, "cohort.line");
            return Text.clean(text(typed));
        }

        /// @param was what the field showed at first, to the minute
        @Nullable
        Instant moment(String field, @Nullable String typed, @Nullable Instant was) {
            if (was != null && text(typed).strip().equals(Input.typed(was))) return was;
            return read(field, Input.moment(text(typed)), "plan.moment.missing");
        }

        <T> @Nullable T read(String field, Optional<T> read, String code) {
            if (read.isEmpty()) wrong(field, code);
            return read.orElse(null);
        }

        void wrong(String field, String code) {
            result.rejectValue(field, "wrong", words.say(code));
        }
    }
}
