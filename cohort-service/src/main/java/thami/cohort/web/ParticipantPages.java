package thami.cohort.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import thami.cohort.participation.CompletionRefused;
import thami.cohort.participation.NoSuchParticipation;
import thami.cohort.participation.NotInTheCurriculum;
import thami.cohort.participation.Participation;
import thami.cohort.participation.ParticipationId;
import thami.cohort.participation.Participations;
import thami.cohort.participation.RecordCompletion;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.Cohorts;
import thami.cohort.planning.ModuleId;
import thami.web.Staff;

/// Who takes part in a cohort, and what each of them has completed.
@Controller
class ParticipantPages {

    private static final int ROWS = 25;

    private final Participations participations;
    private final Cohorts cohorts;
    private final RecordCompletion completion;
    private final RulesInWords rules;
    private final Words words;

    ParticipantPages(
            Participations participations,
            Cohorts cohorts,
            RecordCompletion completion,
            RulesInWords rules,
            Words words) {
        this.participations = participations;
        this.cohorts = cohorts;
        this.completion = completion;
        this.rules = rules;
        this.words = words;
    }

    @GetMapping("/staff/cohort/cohorts/{id}/participants")
    String all(@PathVariable UUID id, @RequestParam(required = false) @Nullable String after, Model model) {
        var cohort = cohorts.get(new CohortId(id));
        var fetched = participations.page(cohort.id(), Cursor.after(after, ""), ROWS + 1);
        model.addAttribute("cohort", cohort);
        model.addAttribute("after", after);
        model.addAttribute("page", Cursor.Page.of(fetched, ROWS, Participation::order));
        return "cohort/participants";
    }

    @GetMapping("/staff/cohort/participants/{id}")
    String one(@PathVariable UUID id, Model model) {
        var participation = participations.get(new ParticipationId(id));
        model.addAttribute("participation", participation);
        model.addAttribute("cohort", cohorts.get(participation.cohort()));
        return "cohort/participant";
    }

    @PostMapping("/staff/cohort/participants/{id}/modules/{moduleId}")
    ModelAndView complete(
            @PathVariable UUID id,
            @PathVariable UUID moduleId,
            @RequestParam(defaultValue = "") String completedOn,
            Staff staff,
            Model model) {
        var field = "completedOn-" + moduleId;
        var on = Input.day(completedOn);
        model.addAttribute("typed", completedOn);
        if (on.isEmpty())
            return again(id, model, HttpStatus.BAD_REQUEST, new Mistake(field, words.say("module.day.missing")));
        return act(
                id,
                model,
                field,
                "completed",
                () -> completion.complete(
                        new ParticipationId(id), new ModuleId(moduleId), on.get(), Acting.recording(staff)));
    }

    @PostMapping("/staff/cohort/participants/{id}/modules/{moduleId}/correction")
    ModelAndView correct(
            @PathVariable UUID id,
            @PathVariable UUID moduleId,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String recordedAt,
            Staff staff,
            Model model) {
        var field = "reason-" + moduleId;
        model.addAttribute("typed", reason);
        var wrong = Reason.mistake(reason, words);
        if (wrong.isPresent()) return again(id, model, HttpStatus.BAD_REQUEST, new Mistake(field, wrong.get()));
        return act(
                id,
                model,
                field,
                "corrected",
                () -> completion.correct(
                        new ParticipationId(id),
                        new ModuleId(moduleId),
                        Input.instant(recordedAt),
                        Reason.of(reason),
                        Acting.recording(staff)));
    }

    private ModelAndView act(UUID id, Model model, String field, String done, Supplier<Participation> command) {
        try {
            Attempts.of(command);
            return new ModelAndView("redirect:" + address(id) + "?done=" + done);
        } catch (NoSuchParticipation | NotInTheCurriculum unknown) {
            throw unknown;
        } catch (CompletionRefused | OptimisticLockingFailureException refused) {
            return again(id, model, HttpStatus.CONFLICT, new Mistake(field, rules.sentence(refused)));
        }
    }

    private ModelAndView again(UUID id, Model model, HttpStatus status, Mistake mistake) {
        model.addAttribute("mistake", mistake);
        model.addAttribute("mistakes", List.of(mistake));
        model.addAttribute("hasErrors", true);
        return new ModelAndView(one(id, model), model.asMap(), status);
    }

    private static String address(UUID id) {
        return "/staff/cohort/participants/" + id;
    }

    /// What is wrong, and where: the field's id.
    record Mistake(String field, String message) {}
}
