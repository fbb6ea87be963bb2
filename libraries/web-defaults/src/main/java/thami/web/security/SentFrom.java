package thami.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import thami.web.Access;
import thami.web.PublicAddress;
import thami.web.ServiceName;

/// The page that a form was sent from, as the browser names it in `Referer`.
///
/// Only pages of this service for staff count, and only their path: nothing that comes with a request can lead
/// somewhere else, and what a query said ("saved") need not be true of what is sent now.
class SentFrom {

    private final ServiceName service;
    private final PublicAddress address;
    private final List<PathPattern> pages;

    SentFrom(ServiceName service, PublicAddress address, Access access) {
        this.service = service;
        this.address = address;
        this.pages = access.all().stream()
                .filter(rule -> rule.method() == HttpMethod.GET)
                .map(rule -> PathPatternParser.defaultInstance.parse(rule.path()))
                .toList();
    }

    /// A page that says what is wrong with a form may stand where forms can only be sent to: then it is the nearest
    /// page above.
    String page(HttpServletRequest form) {
        var path = path(form);
        while (isBelowStart(path) && !isPage(path)) path = path.substring(0, path.lastIndexOf('/'));
        return isBelowStart(path) ? path : service.staffPath();
    }

    private String path(HttpServletRequest form) {
        var named = form.getHeader(HttpHeaders.REFERER);
        if (named == null) return "";
        try {
            var page = URI.create(named);
            var origin = page.getScheme() + "://" + page.getRawAuthority();
            return SameOrigin.isOurs(origin, form, address) ? page.getRawPath() : "";
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private boolean isBelowStart(String path) {
        return path.startsWith(service.staffPath() + "/");
    }

    private boolean isPage(String path) {
        var parsed = PathContainer.parsePath(path);
        return pages.stream().anyMatch(page -> page.matches(parsed));
    }
}
