package thami.cohort.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import thami.cohort.intake.Standing;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.Cohorts;

/// The work of admissions: all calls at a glance, then one call's queue.
@Controller
class QueuePages {

    private static final int ROWS = 25;

    private final Queues queues;
    private final Cases cases;
    private final Cohorts cohorts;

    QueuePages(Queues queues, Cases cases, Cohorts cohorts) {
        this.queues = queues;
        this.cases = cases;
        this.cohorts = cohorts;
    }

    @GetMapping("/staff/cohort/queue")
    String all(@RequestParam(required = false) @Nullable String after, Model model) {
        model.addAttribute("page", queues.open(after));
        model.addAttribute("after", after);
        return "cohort/queues";
    }

    @GetMapping("/staff/cohort/queue/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Standing status,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var cohort = new CohortId(id);
        model.addAttribute("after", after);
        if (status == null) {
            model.addAttribute("queue", queues.queue(cohort, after));
            return "cohort/queue";
        }
        model.addAttribute("cohort", cohorts.get(cohort));
        model.addAttribute("status", status);
        model.addAttribute("page", cases.page(cohort, status, after, ROWS));
        return "cohort/decided";
    }
}
