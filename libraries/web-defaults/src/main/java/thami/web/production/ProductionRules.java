package thami.web.production;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/// Judges the configuration of a service that is not a demonstration.
final class ProductionRules {

    private static final Pattern LOCAL = Pattern.compile(
            "localhost|.*\\.localhost|.*\\.local|127\\..*|0\\.0\\.0\\.0|\\[?::1]?|\\[?::]?", Pattern.CASE_INSENSITIVE);
    // Only where a word begins: somewhere inside, a random secret may well read "demo".
    private static final Pattern SAMPLE = Pattern.compile(
            "(?:^|[^a-z0-9])(?:change.?me|sample|example|secret|password|demo|test|dummy|default|1234|thami)");
    private static final int SHORTEST_SECRET = 16;
    private static final Set<String> ENCRYPTED = Set.of("STARTTLS", "TLS");

    private ProductionRules() {}

    /// What is wrong, one line each; nothing in the profile `demo`.
    static List<String> broken(Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("demo"))) return List.of();
        var broken = new ArrayList<String>();
        address(environment, "thami.public-url", "THAMI_PUBLIC_URL", broken);
        address(environment, "thami.issuer", "THAMI_ISSUER", broken);
        secret(environment, "thami.oidc.client-secret", broken);
        if (environment.getProperty("thami.kafka.security", "").startsWith("SASL")) {
            secret(environment, "thami.kafka.password", broken);
        }
        links(environment).forEach((purpose, keys) -> key("thami.links.keys." + purpose, keys, broken));
        mailLogin(environment, broken);
        return broken;
    }

    private static void address(Environment environment, String property, String variable, List<String> broken) {
        var value = environment.getProperty(property, "");
        if (value.isBlank()) {
            broken.add(property + " (" + variable + ") is not set");
        } else if (!isPublic(value)) {
            broken.add(property + " (" + variable + ") must be an https address that others can reach, not " + value);
        }
    }

    private static boolean isPublic(String value) {
        try {
            var address = URI.create(value);
            var host = address.getHost();
            return "https".equalsIgnoreCase(address.getScheme())
                    && host != null
                    && !LOCAL.matcher(host).matches();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static void secret(Environment environment, String property, List<String> broken) {
        var value = environment.getProperty(property);
        if (value == null || value.isBlank()) {
            broken.add(property + " is not set (a file of this name in THAMI_SECRETS)");
        } else if (isSample(value)) {
            broken.add(property + " is a sample or shorter than " + SHORTEST_SECRET + " characters");
        }
    }

    private static void key(String property, String keys, List<String> broken) {
        for (var key : keys.split(",")) {
            var bytes = decoded(key.strip());
            if (bytes == null || bytes.length < 32) {
                broken.add(property + " must be base64 of at least 32 random bytes");
            } else if (isSample(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))) {
                broken.add(property + " is a sample: make one with `openssl rand -base64 32`");
            }
        }
    }

    /// What may fall back to clear text tells the password to whoever is on the way. Nothing said means `STARTTLS`.
    private static void mailLogin(Environment environment, List<String> broken) {
        var encryption = environment.getProperty("thami.mail.encryption", "");
        if (environment.getProperty("thami.mail.username", "").isBlank()
                || encryption.isBlank()
                || ENCRYPTED.contains(encryption.strip().toUpperCase(Locale.ROOT))) return;
        broken.add("thami.mail.encryption (THAMI_MAIL_ENCRYPTION) must be STARTTLS or TLS"
                + " as thami.mail.username (THAMI_MAIL_USERNAME) is set, not " + encryption);
    }

    private static byte @Nullable [] decoded(String key) {
        try {
            return Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /// A word that samples are made of, or the same few characters again and again.
    private static boolean isSample(String value) {
        return value.length() < SHORTEST_SECRET
                || value.chars().distinct().count() < 6
                || SAMPLE.matcher(value.toLowerCase(Locale.ROOT)).find();
    }

    private static Map<String, String> links(Environment environment) {
        return Binder.get(environment)
                .bind("thami.links.keys", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
    }
}
