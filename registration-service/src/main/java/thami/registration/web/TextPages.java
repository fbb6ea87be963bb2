package thami.registration.web;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import thami.registration.Language;

/// The pages that the footer of every page leads to.
@Controller
class TextPages {

    private final Texts texts;

    TextPages(Texts texts) {
        this.texts = texts;
    }

    @GetMapping("/imprint")
    String imprint(Locale locale, Model model) {
        return page("imprint", locale, model);
    }

    @GetMapping("/privacy")
    String privacy(Locale locale, Model model) {
        return page("privacy", locale, model);
    }

    @GetMapping("/accessibility")
    String accessibility(Locale locale, Model model) {
        return page("accessibility", locale, model);
    }

    private String page(String name, Locale locale, Model model) {
        model.addAttribute("name", name);
        texts.html(name, Language.of(locale.getLanguage())).ifPresent(text -> model.addAttribute("text", text));
        return "text";
    }
}
