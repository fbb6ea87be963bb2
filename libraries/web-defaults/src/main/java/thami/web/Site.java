package thami.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/// What the layout needs to know about where it is: `${site.…}` in templates.
public class Site {

    private final ServiceName service;
    private final String version;

    Site(ServiceName service, String version) {
        this.service = service;
        this.version = version;
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
