package thami.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/// Ends a sign-in some time after it began, however busy it is: its roles are those of its beginning, and what the
/// provider has withdrawn since would go on for as long as somebody clicks.
class SignInLimit extends OncePerRequestFilter {

    private final SecurityContextLogoutHandler end = new SecurityContextLogoutHandler();
    private final Duration limit;
    private final Clock clock;

    SignInLimit(Duration limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof OidcUser user && isOver(user)) {
            end.logout(request, response, who);
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(OidcUser user) {
        var began = user.getIssuedAt();
        return began == null || !clock.instant().isBefore(began.plus(limit));
    }
}
