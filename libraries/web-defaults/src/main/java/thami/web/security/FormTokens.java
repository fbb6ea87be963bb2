package thami.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import thami.web.PublicAddress;
import thami.web.ServiceName;

/// The token that proves that a form came from us. In a cookie of its own, because most forms are filled in by
/// people who have no session.
final class FormTokens {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private FormTokens() {}

    static CsrfTokenRepository inCookie(ServiceName service, PublicAddress address) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(service.cookie("-form"));
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(address.isSecure()).sameSite("Lax"));
        return tokens;
    }

    /// At the interfaces only a session makes forgery possible: a browser adds its cookie by itself, but no bearer
    /// token.
    static boolean writesWithASession(HttpServletRequest request) {
        if (READING.contains(request.getMethod()) || hasBearer(request)) return false;
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    private static boolean hasBearer(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
    }

    /// By default an outage of the provider would be thrown past everybody and end as an internal error.
    static ObjectPostProcessor<BearerTokenAuthenticationFilter> outagesReachTheEntryPoint(
            AuthenticationEntryPoint entry) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                var failures = new AuthenticationEntryPointFailureHandler(entry);
                failures.setRethrowAuthenticationServiceException(false);
                filter.setAuthenticationFailureHandler(failures);
                return filter;
            }
        };
    }
}
