package thami.cohort.web;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import thami.cohort.StaffMember;
import thami.cohort.intake.AlreadyCertified;
import thami.cohort.intake.CandidateId;
import thami.cohort.intake.DecideOnCandidate;
import thami.cohort.intake.DecidedMeanwhile;
import thami.cohort.intake.Intake;
import thami.cohort.intake.Intakes;
import thami.cohort.intake.LegalBasis;
import thami.cohort.intake.NoSeatLeft;
import thami.cohort.intake.StandsOtherwise;
import thami.cohort.intake.TooManyDecisions;
import thami.cohort.intake.UndoDecision;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.CohortIsCancelled;
import thami.cohort.planning.Cohorts;
import thami.web.Staff;

/// One person's case: what is known, who may be the same, how many seats there are, and the decision.
@Controller
class CasePages {

    private final Cases cases;
    private final Intakes intakes;
    private final Cohorts cohorts;
    private final DecideOnCandidate decide;
    private final UndoDecision undo;
    private final RulesInWords rules;
    private final Words words;

    CasePages(
            Cases cases,
            Intakes intakes,
            Cohorts cohorts,
            DecideOnCandidate decide,
            UndoDecision undo,
            RulesInWords rules,
            Words words) {
        this.cases = cases;
        this.intakes = intakes;
        this.cohorts = cohorts;
        this.decide = decide;
        this.undo = undo;
        this.rules = rules;
        this.words = words;
    }

    @GetMapping("/staff/cohort/candidates/{id}")
    String show(@PathVariable UUID id, @ModelAttribute("form") DecisionForm form, Model model) {
        return show(id, model);
    }

    @PostMapping("/staff/cohort/candidates/{id}/decision")
    ModelAndView decide(
            @PathVariable UUID id,
            @ModelAttribute("form") DecisionForm form,
            BindingResult result,
            Staff staff,
            Model model) {
        form.check(result, words);
        if (result.hasErrors()) return again(id, model, HttpStatus.BAD_REQUEST);
        return act(
                id, result, model, () -> decision(new CandidateId(id), form, Acting.inAdmissions(staff)), form.done());
    }

    private Intake decision(CandidateId id, DecisionForm form, StaffMember by) {
        var reason = Text.clean(form.reason());
        return switch (form.choice()) {
            case ADMIT -> decide.admit(id, LegalBasis.valueOf(form.legalBasis()), reason, by);
            case WAITLIST -> decide.waitlist(id, reason, by);
            case DECLINE -> decide.decline(id, reason, by);
        };
    }

    @PostMapping("/staff/cohort/candidates/{id}/undo")
    ModelAndView undo(
            @PathVariable UUID id,
            @ModelAttribute("form") DecisionForm form,
            BindingResult result,
            Staff staff,
            Model model) {
        form.checkReason(result, words);
        if (result.hasErrors()) return again(id, model, HttpStatus.BAD_REQUEST);
        var by = Acting.inAdmissions(staff);
        var reason = Text.clean(form.reason());
        return act(id, result, model, () -> undo.undo(new CandidateId(id), form.seen(), reason, by), "undone");
    }

    private ModelAndView act(UUID id, BindingResult result, Model model, Supplier<Intake> command, String done) {
        try {
            Attempts.of(command);
            return new ModelAndView("redirect:/staff/cohort/candidates/" + id + "?done=" + done);
        } catch (NoSeatLeft
                | StandsOtherwise
                | DecidedMeanwhile
                | TooManyDecisions
                | AlreadyCertified
                | CohortIsCancelled refused) {
            result.reject("rule", rules.sentence(refused));
            return again(id, model, HttpStatus.CONFLICT);
        }
    }

    private ModelAndView again(UUID id, Model model, HttpStatus status) {
        return new ModelAndView(show(id, model), model.asMap(), status);
    }

    private String show(UUID id, Model model) {
        var view = cases.one(new CandidateId(id));
        var cohort = cohorts.get(new CohortId(view.cohortId()));
        model.addAttribute("case", view);
        model.addAttribute("cohort", cohort);
        model.addAttribute("intake", intakes.get(cohort));
        return "cohort/case";
    }

    /// What staff ordered. Nothing is chosen beforehand.
    ///
    /// @param decidedAt of the decision that was shown, if it is to be taken back
    record DecisionForm(
            @Nullable String decision,
            @Nullable String legalBasis,
            @Nullable String reason,
            @Nullable String decidedAt) {

        enum Choice {
            ADMIT,
            WAITLIST,
            DECLINE
        }

        private static final int LONGEST_REASON = 1_000;

        Choice choice() {
            return Choice.valueOf(decision());
        }

        @Override
        public String decision() {
            return decision == null ? "" : decision;
        }

        @Override
        public String legalBasis() {
            return legalBasis == null ? "" : legalBasis;
        }

        @Override
        public String reason() {
            return reason == null ? "" : reason;
        }

        Instant seen() {
            return Input.instant(decidedAt);
        }

        String done() {
            return switch (choice()) {
                case ADMIT -> "admitted";
                case WAITLIST -> "waitlisted";
                case DECLINE -> "declined";
            };
        }

        void check(BindingResult result, Words words) {
            if (!is(Choice.class, decision())) {
                result.rejectValue("decision", "choose", words.say("case.decision.missing"));
            } else if (choice() == Choice.ADMIT && !is(LegalBasis.class, legalBasis())) {
                result.rejectValue("legalBasis", "choose", words.say("case.legal-basis.missing"));
            }
            checkReason(result, words);
        }

        void checkReason(BindingResult result, Words words) {
            if (reason().isBlank()) result.rejectValue("reason", "missing", words.say("case.reason.missing"));
            if (reason().length() > LONGEST_REASON) result.rejectValue("reason", "long", words.say("cohort.reason"));
        }

        private static <C extends Enum<C>> boolean is(Class<C> choices, String chosen) {
            for (var choice : choices.getEnumConstants()) if (choice.name().equals(chosen)) return true;
            return false;
        }
    }
}
