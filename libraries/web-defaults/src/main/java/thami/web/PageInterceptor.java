package thami.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/// Lets a page's title say when something has to be corrected: it is the first thing that a screen reader reads.
class PageInterceptor implements HandlerInterceptor {

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || page.getView() instanceof Problem) return;
        var viewName = page.getViewName();
        if (viewName != null && viewName.startsWith("redirect:")) return;
        page.getModel().values().stream()
                .filter(value -> value instanceof BindingResult result && result.hasErrors())
                .map(BindingResult.class::cast)
                .findFirst()
                .ifPresent(result -> page.addObject("hasErrors", true).addObject("fieldOrder", fields(result)));
    }

    /// The form's fields as its record lists them: the order on the page. Validators answer in any order.
    private static List<String> fields(BindingResult result) {
        var form = result.getTarget();
        return form == null || !form.getClass().isRecord()
                ? List.of()
                : Stream.of(form.getClass().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList();
    }
}
