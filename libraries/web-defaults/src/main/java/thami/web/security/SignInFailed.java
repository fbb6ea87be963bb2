package thami.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.client.ResourceAccessException;
import thami.web.Problems;

/// The way back from the provider did not end with a signed-in person: says so, without the provider's details.
class SignInFailed implements AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(SignInFailed.class);

    private final Problems problems;

    SignInFailed(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException thrown)
            throws IOException, ServletException {
        var outage = isOutage(thrown);
        var cause = thrown instanceof OAuth2AuthenticationException e ? e.getError() : thrown;
        log.warn("Sign-in failed: {}", cause.toString());
        Refusals.render(
                outage
                        ? problems.of(HttpStatus.SERVICE_UNAVAILABLE)
                        : problems.problem(HttpStatus.UNAUTHORIZED, "sign-in-failed"),
                request,
                response);
    }

    /// The filter that sends people to the provider has a way to fail of its own: a bare 500.
    ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> onTheWayThere() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(SignInFailed.this);
                return filter;
            }
        };
    }

    private static boolean isOutage(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthenticationServiceException || cause instanceof ResourceAccessException)
                return true;
        }
        return false;
    }
}
