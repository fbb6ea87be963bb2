package thami.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.UriComponentsBuilder;
import thami.web.PublicAddress;
import thami.web.ServiceName;

/// Ends the session here, then at the provider, and comes back to the start page for staff. If the provider is down, at
/// least the session here has ended.
///
/// People sign in to each service by itself, but they leave a computer once: whoever sits down next must not be them
/// anywhere. Of the sessions elsewhere only the cookies can go; nobody has them then, until they end by themselves.
class SignOut implements LogoutSuccessHandler {

    private final ClientRegistrationRepository provider;
    private final PublicAddress address;

    SignOut(ClientRegistrationRepository provider, PublicAddress address) {
        this.provider = provider;
        this.address = address;
    }

    static RequestMatcher request(ServiceName service) {
        return PathPatternRequestMatcher.pathPattern(HttpMethod.POST, service.staffPath() + "/logout");
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        forgetSignIns(request, response);
        var end = who != null && who.getPrincipal() instanceof OidcUser user ? endAtProvider(user) : null;
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, end != null ? end.toString() : "/staff");
    }

    private void forgetSignIns(HttpServletRequest request, HttpServletResponse response) {
        var cookies = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
        Stream.of(cookies)
                .map(Cookie::getName)
                .filter(ServiceName::isSignInCookie)
                .forEach(name -> response.addHeader(HttpHeaders.SET_COOKIE, expired(name)));
    }

    private String expired(String name) {
        return ResponseCookie.from(name)
                .path("/")
                .maxAge(0)
                .httpOnly(true)
                .secure(address.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }

    private @Nullable URI endAtProvider(OidcUser user) {
        try {
            var registration = provider.findByRegistrationId(Provider.ID);
            if (registration == null) return null;
            var endpoint =
                    registration.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
            if (endpoint == null) return null;
            return UriComponentsBuilder.fromUriString(endpoint.toString())
                    .queryParam("id_token_hint", user.getIdToken().getTokenValue())
                    .queryParam("post_logout_redirect_uri", address.at("/staff"))
                    .encode()
                    .build()
                    .toUri();
        } catch (AuthenticationServiceException _) {
            return null;
        }
    }
}
