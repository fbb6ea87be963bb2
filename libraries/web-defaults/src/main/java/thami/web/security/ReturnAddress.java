package thami.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import thami.web.ServiceName;
import thami.web.Site;

/// Sends people to sign in and back to where they wanted to go: to the page they asked for, or to the one with the form
/// that they sent too late. What they had typed is not kept, and that page says so.
///
/// It keeps a path of ours, at most with a query, under the service's own staff path: neither the request's host nor
/// anything that came with it can lead somewhere else.
class ReturnAddress implements AuthenticationEntryPoint, AuthenticationSuccessHandler {

    private static final String ATTRIBUTE = "thami.return-address";

    private final ServiceName service;
    private final SentFrom sentFrom;

    ReturnAddress(ServiceName service, SentFrom sentFrom) {
        this.service = service;
        this.sentFrom = sentFrom;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException thrown)
            throws IOException {
        switch (request.getMethod()) {
            case "GET" -> request.getSession().setAttribute(ATTRIBUTE, address(request));
            case "POST" -> {
                request.getSession().setAttribute(ATTRIBUTE, sentFrom.page(request));
                request.getSession().setAttribute(Site.LOST_FORM, true);
            }
            default -> {}
        }
        redirect(response, service.staffPath() + "/login/" + Provider.ID);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var session = request.getSession();
        var address = session.getAttribute(ATTRIBUTE) instanceof String kept ? kept : service.staffPath();
        session.removeAttribute(ATTRIBUTE);
        redirect(response, address);
    }

    private static String address(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static void redirect(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, path);
    }
}
