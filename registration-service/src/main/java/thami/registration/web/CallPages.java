package thami.registration.web;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import thami.registration.CallId;
import thami.registration.Calls;

/// The invitations to apply: all that are open or will open, and each by itself.
@Controller
class CallPages {

    private static final int MOST = 100;

    private final Calls calls;
    private final Labels labels;
    private final Clock clock;

    CallPages(Calls calls, Labels labels, Clock clock) {
        this.calls = calls;
        this.labels = labels;
        this.clock = clock;
    }

    @GetMapping("/apply")
    String list(Model model) {
        var now = clock.instant();
        model.addAttribute("now", now);
        model.addAttribute("calls", calls.current(now, Optional.empty(), MOST));
        return "apply/calls";
    }

    @GetMapping("/apply/{call}")
    String show(@PathVariable UUID call, Model model) {
        var shown = calls.announced(new CallId(call)).orElseThrow(() -> new PageNotFound("call " + call));
        model.addAttribute("title", labels.text(shown.notice().title()));
        model.addAttribute("call", shown);
        model.addAttribute("phase", shown.phase(clock.instant()));
        return "apply/call";
    }
}
