package thami.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    private static final Pattern CODE = Pattern.compile("[a-z_]{1,40}");

    private final Problems problems;

    SignInFailed(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException thrown)
            throws IOException, ServletException {
        var outage = outage(thrown);
        log.warn("Sign-in failed: {}", outage.map(Throwable::toString).orElseGet(() -> code(thrown)));
        Refusals.render(
                outage.isPresent()
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

    /// The one who failed, in words of our own libraries.
    private static Optional<Throwable> outage(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(cause ->
                        cause instanceof AuthenticationServiceException || cause instanceof ResourceAccessException)
                .findFirst();
    }

    /// Code and description stand in the address of the way back, which anybody can make up, with line breaks in them.
    private static String code(AuthenticationException thrown) {
        var code =
                thrown instanceof OAuth2AuthenticationException e ? e.getError().getErrorCode() : "";
        return CODE.matcher(code).matches() ? code : "unknown";
    }
}
