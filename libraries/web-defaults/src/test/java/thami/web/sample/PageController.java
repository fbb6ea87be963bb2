package thami.web.sample;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import thami.web.Staff;

@Controller
class PageController {

    record Form(@NotBlank String name) {}

    @GetMapping("/page")
    String page() {
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

    @GetMapping({"/staff/sample", "/staff/sample/me"})
    String me(Staff staff) {
        return "sample/page";
    }
}
