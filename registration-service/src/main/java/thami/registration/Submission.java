package thami.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// What somebody sends in to apply.
///
/// @param privacyNotice version of the privacy notice that was shown with the form
public record Submission(CallId call, Applicant applicant, String privacyNotice) {

    /// The same for the same content, so that a repeat is told from another request under a used key even when
    /// what it said has been corrected or erased since. Lengths keep neighbouring fields apart. A field added
    /// later must not take part while it is absent: fingerprints are stored.
    String fingerprint() {
        var text = new StringBuilder();
        add(text, "call", call.value().toString());
        add(text, "name", applicant.name());
        add(text, "email", applicant.email());
        add(text, "language", applicant.language().code());
        add(text, "targetGroup", applicant.targetGroup());
        add(text, "organisation", applicant.organisation());
        add(text, "occupation", applicant.occupation());
        add(text, "privacyNotice", privacyNotice);
        return HexFormat.of().formatHex(sha256().digest(text.toString().getBytes(UTF_8)));
    }

    private static void add(StringBuilder text, String field, @Nullable String value) {
        if (value != null) text.append(field).append(value.length()).append(':').append(value);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
