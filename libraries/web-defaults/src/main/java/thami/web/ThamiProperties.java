package thami.web;

import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/// What a service must be told about the world around its pages.
///
/// @param publicUrl where people reach the system
/// @param issuer the OpenID provider that staff sign in with
@ConfigurationProperties("thami")
public record ThamiProperties(
        @Nullable URI publicUrl,
        @Nullable URI issuer,
        @DefaultValue Oidc oidc,
        SignIn signIn,
        @DefaultValue LinkKeys links) {

    public record Oidc(@Nullable String clientSecret) {}

    /// @param limit how long after it began a sign-in ends; a number alone is hours
    public record SignIn(@DurationUnit(ChronoUnit.HOURS) Duration limit) {

        public SignIn {
            if (limit.compareTo(Duration.ofMinutes(1)) < 0)
                throw new RefusedToStart("thami.sign-in.limit must be a minute or more: people would be sent to sign in"
                        + " and back without end");
        }
    }

    public record LinkKeys(@DefaultValue Map<String, String> keys) {}
}
