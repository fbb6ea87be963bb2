package thami.cohort.web;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import thami.web.Staff;

/// Where staff begin: what waits for them, by what they may do.
@Controller
class StartPage {

    private final Queues queues;
    private final Words words;

    StartPage(Queues queues, Words words) {
        this.queues = queues;
        this.words = words;
    }

    @GetMapping("/staff/cohort")
    String start(Staff staff, Model model) {
        var tasks = new ArrayList<Task>();
        if (staff.has(CohortAccess.ADMISSIONS)) tasks.add(queue());
        if (staff.has(CohortAccess.COURSE_MANAGEMENT)) tasks.add(task("/staff/cohort/cohorts/new", "start.plan", null));
        tasks.add(task("/staff/cohort/cohorts", "start.cohorts", null));
        model.addAttribute("tasks", tasks);
        return "cohort/start";
    }

    private Task queue() {
        var waiting = queues.open(null).items().stream()
                .mapToInt(Queues.Overview::waiting)
                .sum();
        return task("/staff/cohort/queue", "start.queue", waiting == 0 ? null : words.say("start.waiting", waiting));
    }

    private Task task(String href, String code, @Nullable String status) {
        return new Task(words.say(code), href, words.say(code + ".hint"), status == null ? "" : status);
    }

    record Task(String title, String href, String hint, String status) {}
}
