package thami.web.security;

import static org.springframework.security.oauth2.jose.jws.SignatureAlgorithm.ES256;
import static org.springframework.security.oauth2.jose.jws.SignatureAlgorithm.RS256;

import java.net.URI;
import java.util.List;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import thami.web.SignedIn;

/// Accepts access tokens of our provider for our audience and nothing else: no ID token, no other audience, no
/// symmetric or missing signature. Its keys are fetched with the first token.
final class BearerTokens {

    static final String AUDIENCE = "thami-api";

    private BearerTokens() {}

    static JwtDecoder decoder(URI issuer) {
        return new SupplierJwtDecoder(() -> {
            var decoder = NimbusJwtDecoder.withIssuerLocation(issuer.toString())
                    .jwsAlgorithms(algorithms -> algorithms.addAll(List.of(RS256, ES256)))
                    .validateType(false) // by our validator
                    .build();
            decoder.setJwtValidator(valid(issuer));
            return decoder;
        });
    }

    static OAuth2TokenValidator<Jwt> valid(URI issuer) {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTypeValidator("at+jwt", "application/at+jwt"),
                new JwtTimestampValidator(),
                new JwtIssuerValidator(issuer.toString()),
                new JwtClaimValidator<List<String>>("aud", audience -> audience != null && audience.contains(AUDIENCE)),
                new JwtClaimValidator<String>("sub", subject -> subject != null && !subject.isBlank()));
    }

    static Converter<Jwt, AbstractAuthenticationToken> authentication() {
        return token -> new JwtAuthenticationToken(token, SignedIn.authorities(token.getClaims()));
    }
}
