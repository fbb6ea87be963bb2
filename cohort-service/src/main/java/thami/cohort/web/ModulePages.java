package thami.cohort.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import thami.cohort.participation.Participation;
import thami.cohort.participation.ParticipationId;
import thami.cohort.participation.Participations;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.Cohorts;
import thami.cohort.planning.ModuleId;
import thami.web.Staff;

/// One module of a cohort: who has completed it, and a list to tick off who did today. Nobody is ticked beforehand.
@Controller
class ModulePages {

    private static final int ROWS = 100;

    private final WholeModule module;
    private final Participations participations;
    private final Cohorts cohorts;
    private final RulesInWords rules;
    private final Words words;

    ModulePages(WholeModule module, Participations participations, Cohorts cohorts, RulesInWords rules, Words words) {
        this.module = module;
        this.participations = participations;
        this.cohorts = cohorts;
        this.rules = rules;
        this.words = words;
    }

    @GetMapping("/staff/cohort/cohorts/{id}/modules/{moduleId}")
    String show(
            @PathVariable UUID id,
            @PathVariable UUID moduleId,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var cohort = cohorts.get(new CohortId(id));
        var fetched = participations.page(cohort.id(), Cursor.after(after, ""), ROWS + 1);
        var page = Cursor.Page.of(fetched, ROWS, Participation::order);
        model.addAttribute("cohort", cohort);
        model.addAttribute("module", module.module(cohort.id(), new ModuleId(moduleId)));
        model.addAttribute("after", after);
        model.addAttribute("page", page);
        model.addAttribute(
                "open",
                page.items().stream()
                        .filter(participation -> isOpen(participation, new ModuleId(moduleId)))
                        .toList());
        return "cohort/module";
    }

    private static boolean isOpen(Participation participation, ModuleId module) {
        return participation.state() == Participation.State.ENROLLED
                && participation.enrolment().curriculum().module(module).isPresent()
                && participation.completion(module).isEmpty();
    }

    @PostMapping("/staff/cohort/cohorts/{id}/modules/{moduleId}")
    ModelAndView complete(
            @PathVariable UUID id,
            @PathVariable UUID moduleId,
            @RequestParam(defaultValue = "") List<UUID> participation,
            @RequestParam(defaultValue = "") String completedOn,
            @RequestParam(required = false) @Nullable String after,
            Staff staff,
            Model model) {
        var on = Input.day(completedOn);
        var mistakes = new ArrayList<ParticipantPages.Mistake>();
        if (on.isEmpty()) mistakes.add(new ParticipantPages.Mistake("completedOn", words.say("module.day.missing")));
        if (participation.isEmpty() || participation.size() > WholeModule.MOST_AT_ONCE)
            mistakes.add(new ParticipantPages.Mistake("participation", words.say("module.nobody")));
        if (on.isEmpty() || !mistakes.isEmpty())
            return again(id, moduleId, after, completedOn, participation, mistakes, model, HttpStatus.BAD_REQUEST);

        var all = participation.stream().map(ParticipationId::new).toList();
        var results = module.complete(new CohortId(id), new ModuleId(moduleId), all, on.get(), Acting.recording(staff));
        results.forEach((who, refused) -> refused.ifPresent(rule -> mistakes.add(
                new ParticipantPages.Mistake("participation-" + who.value(), name(who) + rules.sentence(rule)))));
        if (mistakes.isEmpty())
            return new ModelAndView(
                    "redirect:/staff/cohort/cohorts/" + id + "/modules/" + moduleId + "?done=completed");
        model.addAttribute("recorded", all.size() - mistakes.size());
        return again(id, moduleId, after, completedOn, participation, mistakes, model, HttpStatus.CONFLICT);
    }

    private String name(ParticipationId id) {
        return participations
                .findById(id)
                .filter(Participation::isKnown)
                .map(participation -> participation.enrolment().name() + ": ")
                .orElse("");
    }

    private ModelAndView again(
            UUID id,
            UUID moduleId,
            @Nullable String after,
            String completedOn,
            List<UUID> ticked,
            List<ParticipantPages.Mistake> mistakes,
            Model model,
            HttpStatus status) {
        model.addAttribute("typed", completedOn);
        model.addAttribute("ticked", ticked);
        model.addAttribute("mistakes", mistakes);
        model.addAttribute("hasErrors", true);
        return new ModelAndView(show(id, moduleId, after, model), model.asMap(), status);
    }
}
