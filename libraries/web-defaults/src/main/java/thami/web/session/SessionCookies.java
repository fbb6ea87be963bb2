package thami.web.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import thami.web.PublicAddress;
import thami.web.ServiceName;

/// Two sessions that know nothing of each other: staff's sign-in, and the draft of somebody who fills in a form.
/// A member of staff at a counter may use both in one browser.
class SessionCookies implements CookieSerializer {

    private final CookieSerializer staff;
    private final CookieSerializer draft;

    SessionCookies(ServiceName service, PublicAddress address, String draftPath) {
        this.staff = cookie(service.signInCookie(), "/", address); // pages below /staff, interfaces below /api
        this.draft = cookie(service.cookie("-draft"), draftPath, address);
    }

    private static CookieSerializer cookie(String name, String path, PublicAddress address) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setCookiePath(path);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(address.isSecure());
        cookie.setSameSite("Lax"); // Strict would lose the sign-in on the way back from the provider
        return cookie;
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        of(value.getRequest()).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return of(request).readCookieValues(request);
    }

    private CookieSerializer of(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/staff/") || path.startsWith("/api/") ? staff : draft;
    }
}
