package thami.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.View;

/// What went wrong, told in the language of who asked: RFC 9457 JSON for programs, a page for browsers.
///
/// A view, so that an exception handler simply returns it. It holds codes; the words are looked up when it is rendered.
public final class Problem implements View {

    /// What each `type` begins with; the code follows.
    static final String TYPE = "urn:thami:problem:";

    private final ProblemRenderer renderer;
    private final HttpStatusCode status;
    private final String code;
    private final Object[] arguments;
    private final List<FieldError> errors;
    private final HttpHeaders headers;

    Problem(ProblemRenderer renderer, HttpStatusCode status, String code, Object... arguments) {
        this(renderer, status, code, arguments, List.of(), new HttpHeaders());
    }

    private Problem(
            ProblemRenderer renderer,
            HttpStatusCode status,
            String code,
            Object[] arguments,
            List<FieldError> errors,
            HttpHeaders headers) {
        this.renderer = renderer;
        this.status = status;
        this.code = code;
        this.arguments = arguments;
        this.errors = List.copyOf(errors);
        this.headers = headers;
    }

    /// A field that is to blame, and what is said about it.
    record FieldError(String field, MessageSourceResolvable message) {}

    /// This problem, blaming a field. The words stand in the messages under `problem.<code>`.
    public Problem withError(String field, String code, Object... arguments) {
        return withError(field, new DefaultMessageSourceResolvable(new String[] {"problem." + code}, arguments));
    }

    Problem withError(String field, MessageSourceResolvable message) {
        var more = new ArrayList<>(errors);
        more.add(new FieldError(field, message));
        return new Problem(renderer, status, code, arguments, more, headers);
    }

    /// This problem with a header of its answer, for instance `Retry-After`.
    public Problem withHeader(String name, String value) {
        var more = new HttpHeaders();
        more.addAll(headers);
        more.set(name, value);
        return new Problem(renderer, status, code, arguments, errors, more);
    }

    public HttpStatusCode status() {
        return status;
    }

    public String code() {
        return code;
    }

    Object[] arguments() {
        return arguments.clone();
    }

    List<FieldError> errors() {
        return errors;
    }

    HttpHeaders headers() {
        return headers;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        renderer.render(this, request, response);
    }

    /// The JSON members of RFC 9457 and ours, in the order in which one reads them.
    static Map<String, Object> members(
            String code, String title, int status, String detail, List<Map<String, String>> errors) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", TYPE + code);
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        members.put("code", code);
        if (!errors.isEmpty()) members.put("errors", errors);
        return members;
    }
}
