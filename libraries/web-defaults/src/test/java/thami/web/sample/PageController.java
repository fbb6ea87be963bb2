package thami.web.sample;

import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import thami.web.Staff;

@Controller
class PageController {

    record Form(
            @NotBlank String name,
            @NotBlank String email,
            @NotNull String colour,
            @NotBlank String place,
            @NotBlank String reason) {}

    record Choice(String value, String label, @Nullable String hint) {}

    record Row(String label, String value, @Nullable String href) {}

    record Entry(
            String title, @Nullable String when, @Nullable String text, String state) {}

    record Task(
            String title, @Nullable String href, @Nullable String hint, String status) {}

    @ModelAttribute
    void choices(Model model) {
        model.addAttribute("colours", List.of(new Choice("A", "Buchstabe A", "ThürGUSVO"), new Choice("B", "B", null)));
    }

    @GetMapping("/page")
    String page(Model model, @RequestParam(defaultValue = "Şule Yılmaz, Jürgen Groß, Żółć Đặng") String name) {
        model.addAttribute("name", name);
        model.addAttribute("rows", List.of(new Row("Name", name, "/form"), new Row("E-Mail", "a@example.org", null)));
        model.addAttribute(
                "entries",
                List.of(
                        new Entry("Eingegangen", "02.10.2026, 14:05 Uhr", null, "done"),
                        new Entry("Zusage", "12.10.2026, 09:00 Uhr", "Sie haben einen Platz.", "done"),
                        new Entry("Beginn", null, "Am 01.12.2026 in Erfurt.", "next")));
        model.addAttribute(
                "tasks",
                List.of(
                        new Task("Nachweis", "/form", "Als Foto oder PDF", "Offen"),
                        new Task("Name", null, null, "Fertig")));
        return "sample/page";
    }

    @GetMapping("/form")
    String form(@ModelAttribute("form") Form form) {
        return "sample/form";
    }

    @PostMapping("/form")
    String send(@Valid @ModelAttribute("form") Form form, BindingResult result) {
        return result.hasErrors() ? "sample/form" : "redirect:/page";
    }

    @PostMapping("/draft/told")
    String tell(HttpSession session, RedirectAttributes next) {
        session.setAttribute("note", "kept");
        next.addFlashAttribute("said", "told once");
        return "redirect:/draft/told";
    }

    @GetMapping("/draft/told")
    @ResponseBody
    String told(Model model, HttpSession session) {
        return model.getAttribute("said") + ", " + session.getAttribute("note");
    }

    @PostMapping("/only-post")
    String onlyPost() {
        return "redirect:/page";
    }

    @GetMapping("/thing/{id}")
    String thing(@PathVariable UUID id, Model model) {
        return page(model, id.toString());
    }

    @GetMapping({"/staff/sample", "/staff/sample/me"})
    String me(Staff staff, Model model) {
        return page(model, staff.name());
    }
}
