package thami.registration.web;

import static org.springframework.http.HttpStatus.GONE;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import thami.registration.AlreadyCertified;
import thami.registration.Application;
import thami.registration.Calls;
import thami.registration.WithdrawApplication;
import thami.registration.web.StatusLinks.ReplacedLink;
import thami.registration.web.StatusLinks.UnknownLink;

/// Where an application stands, for whoever holds its link. Looking changes nothing: mail scanners follow links.
@Controller
@RequestMapping("/status/{token}")
class StatusPages {

    private final StatusLinks statusLinks;
    private final Calls calls;
    private final Timeline timeline;
    private final WithdrawApplication withdrawal;

    StatusPages(StatusLinks statusLinks, Calls calls, Timeline timeline, WithdrawApplication withdrawal) {
        this.statusLinks = statusLinks;
        this.calls = calls;
        this.timeline = timeline;
        this.withdrawal = withdrawal;
    }

    @GetMapping
    String status(@PathVariable String token, Model model) {
        show(statusLinks.open(token), token, model);
        return "status/status";
    }

    @GetMapping("/withdrawal")
    String askWhetherToWithdraw(@PathVariable String token, Model model) {
        var application = statusLinks.open(token);
        if (!application.canBeWithdrawn()) return "redirect:/status/" + token;
        show(application, token, model);
        return "status/withdrawal";
    }

    @PostMapping("/withdrawal")
    String withdraw(@PathVariable String token, RedirectAttributes next) {
        var application = statusLinks.open(token);
        try {
            Attempts.of(() -> withdrawal.withdraw(application.id()));
            next.addFlashAttribute("withdrawn", true);
        } catch (AlreadyCertified tooLate) {
            next.addFlashAttribute("tooLate", true);
        }
        return "redirect:/status/" + token;
    }

    private void show(Application application, String token, Model model) {
        model.addAttribute("shown", application);
        model.addAttribute("colour", "govuk-tag--" + colour(application.status()));
        model.addAttribute("token", token);
        var call = calls.announced(application.call());
        model.addAttribute("cancelled", Timeline.isCutOff(application, call));
        model.addAttribute("timeline", timeline.of(application, call));
        call.ifPresent(known -> model.addAttribute("call", known));
    }

    private static String colour(Application.Status status) {
        return switch (status) {
            case SUBMITTED -> "blue";
            case WAITLISTED -> "yellow";
            case ADMITTED, CERTIFIED -> "green";
            case DECLINED, WITHDRAWN -> "grey";
        };
    }

    @ExceptionHandler
    ModelAndView on(UnknownLink unknown) {
        return noStatus("link.unknown", NOT_FOUND);
    }

    @ExceptionHandler
    ModelAndView on(ReplacedLink replaced) {
        return noStatus("link.replaced", GONE);
    }

    private static ModelAndView noStatus(String why, HttpStatus status) {
        return new ModelAndView("status/no-status", Map.of("why", why), status);
    }
}
