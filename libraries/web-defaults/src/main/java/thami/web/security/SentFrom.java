package thami.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpHeaders;
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
    private final Access access;

    SentFrom(ServiceName service, PublicAddress address, Access access) {
        this.service = service;
        this.address = address;
        this.access = access;
    }

    /// A page that says what is wrong with a form may stand where forms can only be sent to: then it is the nearest
    /// page above.
    String page(HttpServletRequest form) {
        return access.pageAt(path(form)).filter(this::isBelowStart).orElse(service.staffPath());
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
}
