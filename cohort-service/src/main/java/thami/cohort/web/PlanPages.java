package thami.cohort.web;

import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import thami.cohort.intake.FewerSeatsThanGiven;
import thami.cohort.planning.ChangeCohort;
import thami.cohort.planning.Cohort;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.CohortIsCancelled;
import thami.cohort.planning.Cohorts;
import thami.cohort.planning.FlawedPlan;
import thami.cohort.planning.KeyReused;
import thami.cohort.planning.Plan;
import thami.cohort.planning.PlanCohort;
import thami.cohort.planning.StaleChange;
import thami.web.Site;

/// The form in which a cohort is planned and its plan is changed.
@Controller
class PlanPages {

    private final Cohorts cohorts;
    private final PlanCohort plan;
    private final ChangeCohort change;
    private final Fingerprint fingerprint;
    private final RulesInWords rules;
    private final Words words;

    PlanPages(
            Cohorts cohorts,
            PlanCohort plan,
            ChangeCohort change,
            Fingerprint fingerprint,
            RulesInWords rules,
            Words words) {
        this.cohorts = cohorts;
        this.plan = plan;
        this.change = change;
        this.fingerprint = fingerprint;
        this.rules = rules;
        this.words = words;
    }

    @GetMapping("/staff/cohort/cohorts/new")
    String blank(Model model) {
        model.addAttribute("form", PlanForm.blank());
        return page(null, model);
    }

    @GetMapping("/staff/cohort/cohorts/{id}/edit")
    String edit(@PathVariable UUID id, Model model) {
        var cohort = cohorts.get(new CohortId(id));
        model.addAttribute("form", PlanForm.of(cohort.plan(), cohort.version()));
        return page(cohort, model);
    }

    @PostMapping("/staff/cohort/cohorts")
    ModelAndView plan(
            @ModelAttribute("form") PlanForm form,
            BindingResult result,
            @RequestParam(defaultValue = "save") String action,
            Model model) {
        if (!"save".equals(action)) return rearranged(form, action, null, model);
        var id = Input.id(form.key() == null ? "" : form.key()).orElseGet(UUID::randomUUID);
        return save(
                form,
                result,
                null,
                model,
                "planned",
                read -> plan.plan(new CohortId(id), fingerprint.of(PlanBody.of(read)), read));
    }

    @PostMapping("/staff/cohort/cohorts/{id}")
    ModelAndView change(
            @PathVariable UUID id,
            @ModelAttribute("form") PlanForm form,
            BindingResult result,
            @RequestParam(defaultValue = "save") String action,
            Model model) {
        var cohort = cohorts.get(new CohortId(id));
        if (!"save".equals(action)) return rearranged(form, action, cohort, model);
        return save(form, result, cohort, model, "changed", read -> change.change(cohort.id(), version(form), read));
    }

    private static long version(PlanForm form) {
        return Input.number(form.version() == null ? "" : form.version(), 0, Integer.MAX_VALUE)
                .orElse(-1);
    }

    private ModelAndView save(
            PlanForm form,
            BindingResult result,
            @Nullable Cohort cohort,
            Model model,
            String done,
            Function<Plan, Cohort> command) {
        var read = form.plan(cohort, result, words);
        if (read == null) return again(cohort, model, HttpStatus.BAD_REQUEST);
        try {
            var saved = command.apply(read);
            return new ModelAndView(
                    "redirect:/staff/cohort/cohorts/" + saved.id().value() + "?done=" + done);
        } catch (FlawedPlan flawed) {
            PlanForm.show(flawed.flaws(), result, words);
            return again(cohort, model, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (FewerSeatsThanGiven fewer) {
            result.rejectValue("seats", "rule", rules.sentence(fewer));
            return again(cohort, model, HttpStatus.CONFLICT);
        } catch (KeyReused | CohortIsCancelled refused) {
            result.reject("rule", rules.sentence(refused));
            return again(cohort, model, HttpStatus.CONFLICT);
        } catch (StaleChange | OptimisticLockingFailureException overtaken) {
            if (cohort == null) throw overtaken;
            return onTop(form, read, cohorts.get(cohort.id()), model);
        }
    }

    /// What was typed once more, on the plan that others have saved meanwhile: where they differ is shown, and whoever
    /// saves again means it.
    private ModelAndView onTop(PlanForm form, Plan typed, Cohort saved, Model model) {
        var once = form.onTopOf(saved.version());
        show(once, model).reject("rule", words.say("plan.changed-meanwhile"));
        model.addAttribute("differences", PlanDifferences.between(typed, saved.plan(), words));
        return again(saved, model, HttpStatus.CONFLICT);
    }

    private ModelAndView rearranged(PlanForm form, String action, @Nullable Cohort cohort, Model model) {
        var rearranged = action.startsWith("remove-")
                ? form.withoutModule(Input.number(action.substring("remove-".length()), 0, 99)
                        .orElse(-1))
                : form.withAnotherModule();
        show(rearranged, model);
        return new ModelAndView(page(cohort, model), model.asMap(), HttpStatus.OK);
    }

    /// In place of the form that was sent.
    private static BindingResult show(PlanForm form, Model model) {
        var result = new BeanPropertyBindingResult(form, "form");
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", result);
        return result;
    }

    private ModelAndView again(@Nullable Cohort cohort, Model model, HttpStatus status) {
        model.addAttribute("hasErrors", true);
        return new ModelAndView(page(cohort, model), model.asMap(), status);
    }

    private String page(@Nullable Cohort cohort, Model model) {
        model.addAttribute("cohort", cohort);
        model.addAttribute("standing", PlanForm.standing(cohort) != null);
        model.addAttribute("closed", cohort != null && cohort.isClosed());
        model.addAttribute("currency", PlanForm.currency(cohort == null ? null : cohort.plan()));
        var all = "/staff/cohort/cohorts";
        var one = cohort == null ? null : all + "/" + cohort.id().value();
        model.addAttribute("action", one == null ? all : one);
        model.addAttribute(Site.ADDRESS, one == null ? all + "/new" : one + "/edit");
        model.addAttribute("groups", PlanForm.groupsToChooseFrom(cohort));
        return "cohort/plan";
    }
}
