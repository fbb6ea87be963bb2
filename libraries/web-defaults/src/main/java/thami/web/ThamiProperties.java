package thami.web;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a service must be told about the world around its pages.
///
/// @param publicUrl where people reach the system
/// @param issuer the OpenID provider that staff sign in with
@ConfigurationProperties("thami")
public record ThamiProperties(
        @Nullable URI publicUrl,
        @Nullable URI issuer,
        @DefaultValue Oidc oidc,
        @DefaultValue LinkKeys links) {

    public record Oidc(@Nullable String clientSecret) {}

    public record LinkKeys(@DefaultValue Map<String, String> keys) {}
}
