package thami.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.spring6.util.DetailedError;

/// What the layout needs to know about where it is: `${site.…}` in templates.
public class Site {

    private final ServiceName service;
    private final String version;
    private final StaffMenu menu;

    Site(ServiceName service, String version, StaffMenu menu) {
        this.service = service;
        this.version = version;
        this.menu = menu;
    }

    /// Where the name in the header leads to.
    public String getStart() {
        return isForStaff() ? "/staff" : "/";
    }

    public List<StaffMenu.Item> getMenu() {
        return menu.items();
    }

    /// Whether this page belongs to a section of the menu: the one with the longest path that fits.
    public boolean isHere(String path) {
        var request = request();
        if (request == null) return false;
        return menu.items().stream()
                .map(StaffMenu.Item::path)
                .filter(section -> covers(section, request.getRequestURI()))
                .max(Comparator.comparing(String::length))
                .filter(path::equals)
                .isPresent();
    }

    private static boolean covers(String section, String page) {
        return page.equals(section) || page.startsWith(section + "/");
    }

    /// A form's errors in the order of its fields.
    public List<DetailedError> inOrder(List<DetailedError> errors, @Nullable List<String> fields) {
        if (fields == null) return errors;
        return errors.stream()
                .sorted(Comparator.comparingInt(error -> fields.indexOf(error.getFieldName())))
                .toList();
    }

    /// The ids of a field's hint and error, for `aria-describedby`.
    public @Nullable String describedBy(String field, boolean hint, boolean error) {
        if (!hint && !error) return null;
        return (hint ? field + "-hint" : "") + (hint && error ? " " : "") + (error ? field + "-error" : "");
    }

    /// The address of a file among the service's assets, new whenever the style sheet changes.
    public String file(String name) {
        return service.assetsPath() + "/" + name + "?v=" + version;
    }

    /// This very page in the other language. After a form was sent it leads to the form's own page.
    public String inLanguage(String language) {
        var request = request();
        if (request == null) return "?lang=" + language;
        var page = request.getAttribute("jakarta.servlet.error.request_uri") instanceof String failed
                ? failed
                : request.getRequestURI();
        var address = UriComponentsBuilder.fromPath(page);
        var query = request.getQueryString();
        if (query != null && "GET".equals(request.getMethod())) address.query(query);
        return address.replaceQueryParam(Languages.PARAMETER, language).build().toUriString();
    }

    public boolean isForStaff() {
        var request = request();
        return request != null && request.getRequestURI().startsWith("/staff");
    }

    /// Who is signed in. Asked on pages for staff only, so that no other page has to read a session.
    public @Nullable String getStaffName() {
        return isForStaff() ? SignedIn.staff().map(Staff::name).orElse(null) : null;
    }

    public String getSignOutAddress() {
        return service.staffPath() + "/logout";
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }
}
