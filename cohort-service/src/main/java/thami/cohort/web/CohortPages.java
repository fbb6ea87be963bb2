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
import thami.cohort.planning.CallIsClosed;
import thami.cohort.planning.CallIsOver;
import thami.cohort.planning.CancelCohort;
import thami.cohort.planning.CloseCall;
import thami.cohort.planning.Cohort;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.CohortIsCancelled;
import thami.cohort.planning.Cohorts;
import thami.cohort.planning.NotPublished;
import thami.cohort.planning.PublishCohort;

/// Cohorts to look at, and the three steps that others learn of: each is shown with its consequences before it is
/// taken.
@Controller
class CohortPages {

    private static final int ROWS = 25;

    private final Cohorts cohorts;
    private final PublishCohort publish;
    private final CloseCall close;
    private final CancelCohort cancel;
    private final RulesInWords rules;
    private final Words words;

    CohortPages(
            Cohorts cohorts,
            PublishCohort publish,
            CloseCall close,
            CancelCohort cancel,
            RulesInWords rules,
            Words words) {
        this.cohorts = cohorts;
        this.publish = publish;
        this.close = close;
        this.cancel = cancel;
        this.rules = rules;
        this.words = words;
    }

    @GetMapping("/staff/cohort/cohorts")
    String all(@RequestParam(required = false) @Nullable String after, Model model) {
        var fetched = cohorts.page(Cursor.after(after, Cohorts.FROM_THE_TOP), ROWS + 1);
        model.addAttribute("after", after);
        model.addAttribute("page", Cursor.Page.of(fetched, ROWS, Cohort::order));
        return "cohort/cohorts";
    }

    @GetMapping("/staff/cohort/cohorts/{id}")
    String one(@PathVariable UUID id, Model model) {
        model.addAttribute("cohort", cohorts.get(new CohortId(id)));
        return "cohort/cohort";
    }

    @GetMapping("/staff/cohort/cohorts/{id}/publication")
    String beforePublication(@PathVariable UUID id, Model model) {
        return before("publication", id, model);
    }

    @GetMapping("/staff/cohort/cohorts/{id}/closing")
    String beforeClosing(@PathVariable UUID id, Model model) {
        return before("closing", id, model);
    }

    @GetMapping("/staff/cohort/cohorts/{id}/cancellation")
    String beforeCancellation(@PathVariable UUID id, Model model) {
        return before("cancellation", id, model);
    }

    @PostMapping("/staff/cohort/cohorts/{id}/publication")
    ModelAndView publish(@PathVariable UUID id, Model model) {
        return act("publication", id, model, "published", () -> publish.publish(new CohortId(id)));
    }

    @PostMapping("/staff/cohort/cohorts/{id}/closing")
    ModelAndView close(@PathVariable UUID id, Model model) {
        return act("closing", id, model, "closed", () -> close.close(new CohortId(id)));
    }

    @PostMapping("/staff/cohort/cohorts/{id}/cancellation")
    ModelAndView cancel(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Model model) {
        model.addAttribute("typed", reason);
        var wrong = Reason.mistake(reason, words);
        if (wrong.isPresent()) {
            var mistake = new ParticipantPages.Mistake("reason", wrong.get());
            return again("cancellation", id, model, HttpStatus.BAD_REQUEST, mistake);
        }
        return act("cancellation", id, model, "cancelled", () -> cancel.cancel(new CohortId(id), Reason.of(reason)));
    }

    private ModelAndView act(String step, UUID id, Model model, String done, Supplier<Cohort> command) {
        try {
            Attempts.of(command);
            return new ModelAndView("redirect:/staff/cohort/cohorts/" + id + "?done=" + done);
        } catch (CallIsClosed
                | CallIsOver
                | CohortIsCancelled
                | NotPublished
                | OptimisticLockingFailureException refused) {
            var mistake = new ParticipantPages.Mistake("step", rules.sentence(refused));
            return again(step, id, model, HttpStatus.CONFLICT, mistake);
        }
    }

    private ModelAndView again(String step, UUID id, Model model, HttpStatus status, ParticipantPages.Mistake mistake) {
        model.addAttribute("mistake", mistake);
        model.addAttribute("mistakes", List.of(mistake));
        model.addAttribute("hasErrors", true);
        return new ModelAndView(before(step, id, model), model.asMap(), status);
    }

    private String before(String step, UUID id, Model model) {
        model.addAttribute("step", step);
        model.addAttribute("cohort", cohorts.get(new CohortId(id)));
        return "cohort/step";
    }
}
