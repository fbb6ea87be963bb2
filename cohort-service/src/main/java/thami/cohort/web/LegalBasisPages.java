package thami.cohort.web;

import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import thami.cohort.intake.AlreadyCertified;
import thami.cohort.intake.CandidateId;
import thami.cohort.intake.ChangeLegalBasis;
import thami.cohort.intake.DecidedMeanwhile;
import thami.cohort.intake.Intake;
import thami.cohort.intake.LegalBasis;
import thami.cohort.intake.LegalBasisStands;
import thami.cohort.intake.StandsOtherwise;
import thami.cohort.intake.TooManyDecisions;
import thami.web.Staff;

/// On one person's case: on which basis the certificate will rest instead.
@Controller
class LegalBasisPages {

    private final CasePages cases;
    private final ChangeLegalBasis legalBasis;
    private final RulesInWords rules;
    private final Words words;

    LegalBasisPages(CasePages cases, ChangeLegalBasis legalBasis, RulesInWords rules, Words words) {
        this.cases = cases;
        this.legalBasis = legalBasis;
        this.rules = rules;
        this.words = words;
    }

    @PostMapping("/staff/cohort/candidates/{id}/legal-basis")
    ModelAndView change(
            @PathVariable UUID id,
            @ModelAttribute("rebasing") RebasingForm form,
            BindingResult result,
            Staff staff,
            Model model) {
        form.check(result, words);
        if (result.hasErrors()) return cases.again(id, model, HttpStatus.BAD_REQUEST);
        try {
            Attempts.of(() -> change(new CandidateId(id), form, staff));
            return new ModelAndView("redirect:" + CasePages.address(id) + "?done=rebased");
        } catch (LegalBasisStands refused) {
            result.rejectValue("newBasis", "rule", rules.sentence(refused));
        } catch (StandsOtherwise
                | DecidedMeanwhile
                | TooManyDecisions
                | AlreadyCertified
                | OptimisticLockingFailureException refused) {
            result.reject("rule", rules.sentence(refused));
        }
        return cases.again(id, model, HttpStatus.CONFLICT);
    }

    private Intake change(CandidateId id, RebasingForm form, Staff staff) {
        var basis = LegalBasis.valueOf(form.newBasis());
        var by = Acting.inAdmissions(staff);
        return legalBasis.change(id, Input.seen(form.decidedAt), basis, Reason.of(form.evidence()), by);
    }

    /// Its fields have names of their own: the page has other forms. Nothing is chosen beforehand.
    ///
    /// @param evidence the reason, with it
    /// @param decidedAt of the decision that was shown
    record RebasingForm(
            @Nullable String newBasis,
            @Nullable String evidence,
            @Nullable String decidedAt) {

        static RebasingForm blank() {
            return new RebasingForm(null, null, null);
        }

        @Override
        public String newBasis() {
            return newBasis == null ? "" : newBasis;
        }

        @Override
        public String evidence() {
            return evidence == null ? "" : evidence;
        }

        void check(BindingResult result, Words words) {
            if (Stream.of(LegalBasis.values()).map(LegalBasis::name).noneMatch(newBasis()::equals))
                result.rejectValue("newBasis", "choose", words.say("case.legal-basis.missing"));
            Reason.mistake(evidence(), words).ifPresent(it -> result.rejectValue("evidence", "reason", it));
        }
    }
}
