package thami.registration.web;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;
import static thami.registration.Call.Phase.OPEN;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import thami.registration.ApplicationId;
import thami.registration.Applications;
import thami.registration.Call;
import thami.registration.CallId;
import thami.registration.Calls;
import thami.registration.KeyReused;
import thami.registration.Language;
import thami.registration.SubmitApplication;

/// Applying, page by page: fill in, check, send, and the confirmation.
@Controller
@RequestMapping("/apply/{id}")
class ApplicationPages {

    private final Calls calls;
    private final SubmitApplication application;
    private final Applications applications;
    private final StatusLinks statusLinks;
    private final Labels labels;
    private final RegistrationProperties properties;
    private final Validator validator;
    private final Clock clock;

    ApplicationPages(
            Calls calls,
            SubmitApplication application,
            Applications applications,
            StatusLinks statusLinks,
            Labels labels,
            RegistrationProperties properties,
            Validator validator,
            Clock clock) {
        this.calls = calls;
        this.application = application;
        this.applications = applications;
        this.statusLinks = statusLinks;
        this.labels = labels;
        this.properties = properties;
        this.validator = validator;
        this.clock = clock;
    }

    @ModelAttribute("call")
    Call call(@PathVariable UUID id) {
        return calls.announced(new CallId(id)).orElseThrow(() -> new PageNotFound("call " + id));
    }

    @ModelAttribute("groups")
    List<Choice> groups(@ModelAttribute(name = "call", binding = false) Call call) {
        return call.notice().targetGroups().stream()
                .map(code -> new Choice(code, labels.targetGroup(code), null))
                .toList();
    }

    @ModelAttribute("languages")
    List<Choice> languages() {
        return Stream.of(Language.values())
                .map(language -> new Choice(language.code(), labels.language(language), null))
                .toList();
    }

    @ModelAttribute("privacyNotice")
    String privacyNotice() {
        return properties.privacyNoticeVersion();
    }

    @GetMapping("/application")
    String form(
            @ModelAttribute(name = "call", binding = false) Call call,
            HttpSession session,
            Locale locale,
            Model model) {
        if (call.phase(clock.instant()) != OPEN) return "redirect:" + path(call);
        var language = Language.of(locale.getLanguage());
        var form = Draft.of(call.id(), session).map(Draft::form).orElseGet(() -> ApplicationForm.empty(language));
        model.addAttribute("form", form);
        return "apply/form";
    }

    /// Keeps what was filled in, valid or not, so that nothing has to be typed twice.
    @PostMapping("/application")
    String fillIn(
            @ModelAttribute(name = "call", binding = false) Call call,
            @Valid @ModelAttribute("form") ApplicationForm form,
            BindingResult result,
            HttpSession session,
            HttpServletResponse response) {
        var key = Draft.of(call.id(), session).map(Draft::key).orElseGet(UUID::randomUUID);
        new Draft(key, form, properties.privacyNoticeVersion()).keep(call.id(), session);
        if (!result.hasFieldErrors("targetGroup") && !isFor(call, form)) result.rejectValue("targetGroup", "choice");
        if (!result.hasErrors()) return "redirect:" + path(call) + "/check";
        response.setStatus(UNPROCESSABLE_CONTENT.value());
        return "apply/form";
    }

    @GetMapping("/check")
    String check(@ModelAttribute(name = "call", binding = false) Call call, HttpSession session, Model model) {
        var draft = Draft.of(call.id(), session);
        if (draft.isEmpty()) return elsewhere(call, session);
        if (!isComplete(call, draft.get().form())) return "redirect:" + path(call) + "/application";
        model.addAttribute("draft", draft.get());
        model.addAttribute("answers", answers(call, draft.get().form()));
        return "apply/check";
    }

    /// @param key the id of the draft that the page showed: sending it twice is sending it once
    @PostMapping("/check")
    String send(
            @ModelAttribute(name = "call", binding = false) Call call,
            @RequestParam UUID key,
            HttpSession session,
            RedirectAttributes next) {
        var draft = Draft.of(call.id(), session);
        if (draft.isEmpty() && sent(call, session).isEmpty()) next.addFlashAttribute(whatBecameOf(key), true);
        var kept = draft.filter(each -> each.key().equals(key));
        return kept.isEmpty() ? elsewhere(call, session) : send(call, kept.get(), session, next);
    }

    private String whatBecameOf(UUID key) {
        return applications.findById(new ApplicationId(key)).isPresent() ? "arrived" : "expired";
    }

    private String send(Call call, Draft draft, HttpSession session, RedirectAttributes next) {
        if (!isComplete(call, draft.form())) return "redirect:" + path(call) + "/application";
        try {
            application.submit(
                    new ApplicationId(draft.key()), draft.form().submission(call.id(), draft.privacyNotice()));
        } catch (KeyReused _) { // it had arrived, the person was told that it had not, and has changed it since
            next.addFlashAttribute("earlier", true);
        }
        draft.forget(call.id(), session, clock.instant());
        return "redirect:" + path(call) + "/confirmation";
    }

    @GetMapping("/confirmation")
    String confirmation(@ModelAttribute(name = "call", binding = false) Call call, HttpSession session, Model model) {
        var sent = sent(call, session).flatMap(applications::findById);
        if (sent.isEmpty()) return "redirect:" + path(call);
        var link = statusLinks.to(sent.get());
        model.addAttribute("shown", sent.get());
        model.addAttribute("link", link);
        model.addAttribute("qr", QrCode.of(link));
        return "apply/confirmation";
    }

    private List<Row> answers(Call call, ApplicationForm form) {
        return List.of(
                answer(call, "name", form.name()),
                answer(call, "email", form.email()),
                answer(call, "targetGroup", labels.targetGroup(String.valueOf(form.targetGroup()))),
                answer(call, "organisation", form.organisation()),
                answer(call, "occupation", form.occupation()),
                answer(call, "language", labels.language(Language.of(String.valueOf(form.language())))));
    }

    private Row answer(Call call, String field, @Nullable String said) {
        var value = said == null || said.isBlank() ? labels.of("check.nothing") : said;
        return new Row(labels.of("form." + field), value, path(call) + "/application#" + field);
    }

    private String elsewhere(Call call, HttpSession session) {
        return "redirect:" + path(call) + (sent(call, session).isPresent() ? "/confirmation" : "/application");
    }

    private Optional<ApplicationId> sent(Call call, HttpSession session) {
        return Sent.to(call.id(), session, clock.instant());
    }

    private boolean isComplete(Call call, ApplicationForm form) {
        return validator.validate(form).isEmpty() && isFor(call, form);
    }

    private static boolean isFor(Call call, ApplicationForm form) {
        var group = form.targetGroup();
        return group != null && call.notice().targetGroups().contains(group);
    }

    private static String path(Call call) {
        return "/apply/" + call.id().value();
    }

    /// One of several, as the parts of web-defaults want it.
    record Choice(String value, String label, @Nullable String hint) {}

    /// One line of a summary, as the parts of web-defaults want it.
    record Row(String label, String value, @Nullable String href) {}
}
