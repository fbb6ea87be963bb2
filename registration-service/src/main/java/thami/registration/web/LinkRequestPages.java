package thami.registration.web;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import thami.registration.RequestStatusLink;
import thami.web.EmailAddress;
import thami.web.EmailAddresses;

/// "Send my link again". Everybody gets the same answer, so that nobody learns who has applied.
@Controller
class LinkRequestPages {

    private final RequestStatusLink link;

    LinkRequestPages(RequestStatusLink link) {
        this.link = link;
    }

    @GetMapping("/status")
    String ask(Model model) {
        model.addAttribute("form", new LinkForm(null));
        return "status/link";
    }

    @PostMapping("/status")
    String request(@Valid @ModelAttribute("form") LinkForm form, BindingResult result, HttpServletResponse response) {
        if (result.hasErrors() || form.email() == null) {
            response.setStatus(UNPROCESSABLE_CONTENT.value());
            return "status/link";
        }
        link.request(EmailAddresses.normalized(form.email()));
        return "redirect:/status/sent";
    }

    @GetMapping("/status/sent")
    String sent() {
        return "status/sent";
    }

    record LinkForm(@NotBlank @EmailAddress @Nullable String email) {}
}
