package thami.web.security;

import java.util.Collection;
import java.util.List;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jose.jws.JwsAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/// Reads ID tokens signed with the provider's algorithm, as long as it is one of ours.
final class IdTokens {

    private IdTokens() {}

    static JwtDecoderFactory<ClientRegistration> decoders() {
        var decoders = new OidcIdTokenDecoderFactory();
        decoders.setJwsAlgorithmResolver(IdTokens::algorithm);
        return decoders;
    }

    private static JwsAlgorithm algorithm(ClientRegistration registration) {
        var supported = registration
                .getProviderDetails()
                .getConfigurationMetadata()
                .get("id_token_signing_alg_values_supported");
        var names = supported instanceof Collection<?> some ? some : List.of();
        return !names.contains("RS256") && names.contains("ES256")
                ? SignatureAlgorithm.ES256
                : SignatureAlgorithm.RS256;
    }
}
