package thami.cohort.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import thami.cohort.planning.CourseModule;
import thami.cohort.planning.Plan;

/// Where a plan that somebody wants to save says something else than the one that others have saved meanwhile.
final class PlanDifferences {

    /// What is saved, and the field that says otherwise; as the parts of web-defaults want it.
    record Difference(String label, String value, String href) {}

    private final Plan typed;
    private final Plan saved;
    private final Words words;
    private final List<Difference> found = new ArrayList<>();

    private PlanDifferences(Plan typed, Plan saved, Words words) {
        this.typed = typed;
        this.saved = saved;
        this.words = words;
    }

    static List<Difference> between(Plan typed, Plan saved, Words words) {
        var differences = new PlanDifferences(typed, saved, words);
        differences.findAll();
        return List.copyOf(differences.found);
    }

    /// In the order of the form.
    private void findAll() {
        find("titleDe", plan -> plan.title().de());
        find("titleEn", plan -> plan.title().en());
        find("programmeTitle", plan -> plan.programme().title());
        find("programmeCode", plan -> plan.programme().code());
        find("targetGroups", plan -> lines(plan.targetGroups(), words::targetGroup));
        find("opensAt", plan -> words.moment(plan.window().opensAt()));
        find("closesAt", plan -> words.moment(plan.window().closesAt()));
        find("startsOn", plan -> words.day(plan.period().startsOn()));
        find("endsOn", plan -> words.day(plan.period().endsOn()));
        find("place", Plan::place);
        find("seats", plan -> Integer.toString(plan.seats()));
        find("fee", this::fee);
        find("ruleVersion", plan -> plan.curriculum().ruleVersion());
        find("sample", plan -> words.say(plan.sample() ? "plan.saved.yes" : "plan.saved.no"));
        find("modules", "modules[0].titleDe", plan -> lines(plan.curriculum().modules(), PlanDifferences::module));
    }

    private void find(String field, Function<Plan, String> said) {
        find(field, field, said);
    }

    private void find(String name, String field, Function<Plan, String> said) {
        if (said.apply(typed).equals(said.apply(saved))) return;
        found.add(new Difference(words.say("field." + name), said.apply(saved), "#" + field));
    }

    private String fee(Plan plan) {
        var fee = plan.fee();
        return fee == null ? words.say("plan.fee.none") : PlanForm.typed(fee) + " " + fee.currency();
    }

    private static String module(CourseModule module) {
        return "%s / %s, %s, %d".formatted(module.title().de(), module.title().en(), module.provider(), module.units());
    }

    private static <T> String lines(List<T> several, Function<T, String> said) {
        return several.stream().map(said).collect(Collectors.joining("; "));
    }
}
