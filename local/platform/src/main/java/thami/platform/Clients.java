package thami.platform;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/// Who may send people here to sign in. All of them need a code verifier (PKCE).
final class Clients {

    /// Where the command-line client listens for its code (RFC 8252).
    static final String COMMAND_LINE_REDIRECT = "http://127.0.0.1:8099/callback";

    private Clients() {}

    static List<RegisteredClient> all(IdentityProvider.Settings settings) {
        var services = settings.clientSecrets().entrySet().stream()
                .map(it -> service(it.getKey(), it.getValue(), settings.publicUrl()));
        return Stream.concat(services, Stream.of(commandLine())).toList();
    }

    private static RegisteredClient service(String service, String secret, String publicUrl) {
        return client("thami-" + service)
                .clientSecret("{noop}" + secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .redirectUri(publicUrl + "/staff/" + service + "/login/oauth2/code/thami")
                .postLogoutRedirectUri(publicUrl + "/staff")
                .postLogoutRedirectUri(publicUrl + "/")
                .build();
    }

    /// For people who use the API by hand, and for the demo; it can keep no secret.
    private static RegisteredClient commandLine() {
        return client("thami-cli")
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .redirectUri(COMMAND_LINE_REDIRECT)
                .build();
    }

    /// Where people may be sent from here, by what is registered.
    static Set<String> origins(Collection<RegisteredClient> clients) {
        return clients.stream()
                .flatMap(it -> Stream.concat(it.getRedirectUris().stream(), it.getPostLogoutRedirectUris().stream()))
                .map(URI::create)
                .map(uri -> "%s://%s".formatted(uri.getScheme(), uri.getAuthority()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static RegisteredClient.Builder client(String id) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofMinutes(30))
                        .build());
    }
}
