package thami.cohort.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import thami.web.Staff;

/// What every page of ours finds in its model.
@ControllerAdvice(basePackageClasses = PageModel.class) // with annotations besides, it would hold for either
class PageModel {

    private static final Set<String> DEEDS = Set.of(
            "planned",
            "changed",
            "published",
            "closed",
            "cancelled",
            "admitted",
            "waitlisted",
            "declined",
            "rebased",
            "undone",
            "completed",
            "corrected");

    private final Words words;

    PageModel(Words words) {
        this.words = words;
    }

    @ModelAttribute("words")
    Words words() {
        return words;
    }

    @ModelAttribute("staff")
    Staff staff(Staff staff) {
        return staff;
    }

    /// What was just done. In the address, so that it needs no session and going back shows it no more.
    @ModelAttribute("done")
    @Nullable
    String done(@RequestParam(required = false) @Nullable String done) {
        return done != null && DEEDS.contains(done) ? words.say("done." + done) : null;
    }
}
