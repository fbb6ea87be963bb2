package thami.cohort.web;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
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
import thami.cohort.intake.AdmissionStands;
import thami.cohort.intake.AlreadyCertified;
import thami.cohort.intake.CandidateId;
import thami.cohort.intake.DecideOnCandidate;
import thami.cohort.intake.DecidedMeanwhile;
import thami.cohort.intake.Intake;
import thami.cohort.intake.Intakes;
import thami.cohort.intake.LegalBasis;
import thami.cohort.intake.NoSeatLeft;
import thami.cohort.intake.Seen;
import thami.cohort.intake.StandsOtherwise;
import thami.cohort.intake.TooManyDecisions;
import thami.cohort.intake.UndoDecision;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.CohortIsCancelled;
import thami.cohort.planning.Cohorts;
import thami.cohort.web.LegalBasisPages.RebasingForm;
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
    String show(@PathVariable UUID id, Model model) {
        return page(id, model);
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
        var reason = Reason.of(form.reason());
        return switch (form.choice()) {
            case ADMIT -> decide.admit(id, form.seen(), LegalBasis.valueOf(form.legalBasis()), reason, by);
            case WAITLIST -> decide.waitlist(id, form.seen(), reason, by);
            case DECLINE -> decide.decline(id, form.seen(), reason, by);
        };
    }

    @PostMapping("/staff/cohort/candidates/{id}/undo")
    ModelAndView undo(
            @PathVariable UUID id,
            @ModelAttribute("undoForm") UndoForm form,
            BindingResult result,
            Staff staff,
            Model model) {
        form.check(result, words);
        if (result.hasErrors()) return again(id, model, HttpStatus.BAD_REQUEST);
        var by = Acting.inAdmissions(staff);
        var reason = Reason.of(form.undoReason());
        return act(id, result, model, () -> undo.undo(new CandidateId(id), form.seen(), reason, by), "undone");
    }

    private ModelAndView act(UUID id, BindingResult result, Model model, Supplier<Intake> command, String done) {
        try {
            Attempts.of(command);
            return new ModelAndView("redirect:" + address(id) + "?done=" + done);
        } catch (NoSeatLeft
                | StandsOtherwise
                | DecidedMeanwhile
                | TooManyDecisions
                | AlreadyCertified
                | AdmissionStands
                | CohortIsCancelled
                | OptimisticLockingFailureException refused) {
            result.reject("rule", rules.sentence(refused));
            return again(id, model, HttpStatus.CONFLICT);
        }
    }

    ModelAndView again(UUID id, Model model, HttpStatus status) {
        return new ModelAndView(page(id, model), model.asMap(), status);
    }

    static String address(UUID id) {
        return "/staff/cohort/candidates/" + id;
    }

    /// Each form has an object of its own: what was typed into one, and what is wrong with it, stays there.
    private String page(UUID id, Model model) {
        if (!model.containsAttribute("form")) model.addAttribute("form", DecisionForm.blank());
        if (!model.containsAttribute("undoForm")) model.addAttribute("undoForm", UndoForm.blank());
        if (!model.containsAttribute("rebasing")) model.addAttribute("rebasing", RebasingForm.blank());
        var view = cases.one(new CandidateId(id));
        var cohort = cohorts.get(new CohortId(view.cohortId()));
        model.addAttribute("case", view);
        model.addAttribute("cohort", cohort);
        model.addAttribute("intake", intakes.get(cohort));
        return "cohort/case";
    }

    /// What staff ordered. Nothing is chosen beforehand.
    ///
    /// @param decidedAt of the last decision that was shown; empty: none was
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

        static DecisionForm blank() {
            return new DecisionForm(null, null, null, null);
        }

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

        Seen seen() {
            return Input.seen(decidedAt);
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
            Reason.mistake(reason(), words).ifPresent(wrong -> result.rejectValue("reason", "reason", wrong));
        }

        private static <C extends Enum<C>> boolean is(Class<C> choices, String chosen) {
            for (var choice : choices.getEnumConstants()) if (choice.name().equals(chosen)) return true;
            return false;
        }
    }

    /// That a decision is taken back. Its field has a name of its own: both forms can be on one page.
    ///
    /// @param decidedAt of the decision that was shown
    record UndoForm(@Nullable String undoReason, @Nullable String decidedAt) {

        static UndoForm blank() {
            return new UndoForm(null, null);
        }

        @Override
        public String undoReason() {
            return undoReason == null ? "" : undoReason;
        }

        Seen seen() {
            return Input.seen(decidedAt);
        }

        void check(BindingResult result, Words words) {
            Reason.mistake(undoReason(), words).ifPresent(wrong -> result.rejectValue("undoReason", "reason", wrong));
        }
    }
}
