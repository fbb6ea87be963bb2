package thami.registration.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thami.registration.Application;
import thami.registration.Applications;
import thami.registration.Call;
import thami.registration.Calls;
import thami.registration.Reference;

/// For whoever answers the telephone: what the applicant sees, found by the reference that they name. Deciding happens
/// in cohort-service.
@Controller
class FindPages {

    private final Applications applications;
    private final Calls calls;
    private final Timeline timeline;

    FindPages(Applications applications, Calls calls, Timeline timeline) {
        this.applications = applications;
        this.calls = calls;
        this.timeline = timeline;
    }

    @GetMapping("/staff/registration")
    String search(@RequestParam Optional<String> reference, Model model) {
        reference.filter(named -> !named.isBlank()).ifPresent(named -> {
            model.addAttribute("reference", named);
            model.addAttribute("found", find(named).stream().map(this::found).toList());
        });
        return "staff/search";
    }

    private Found found(Application application) {
        var call = calls.announced(application.call());
        return new Found(application, call, Timeline.isCutOff(application, call), timeline.of(application, call));
    }

    /// However it was noted: without the hyphen, in small letters, with O for 0 and I or L for 1.
    private List<Application> find(String named) {
        var plain = named.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        if (plain.length() != 10) return List.of();
        return applications.findByReference(new Reference(plain.substring(0, 5) + "-" + plain.substring(5)));
    }

    /// @param cancelled whether its cohort is, and it hoped for a place or had one
    record Found(Application application, Optional<Call> call, boolean cancelled, List<Timeline.Entry> timeline) {}
}
