package thami.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/// The one style sheet: that of the design system without what may be used on gov.uk only (its typeface, its crest), in
/// our colours, followed by ours.
final class StyleSheet {

    static final String DESIGN_SYSTEM = "META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/";

    private static final Map<String, String> COLOURS = Map.of(
            "#1d70b8", "#1b5e6b", // links, brand
            "#003078", "#0f3d47", // links, hovered
            "#4c2c92", "#5b3a6e", // links, visited
            "#00703c", "#1f6b4a", // buttons
            "#005a30", "#17543a", // buttons, hovered
            "#002d18", "#0e3423", // buttons, shadow
            "#d4351c", "#b3261e", // errors
            "#0b0c0c", "#1c2528", // text
            "#fd0", "#ffd54a"); // focus

    private final byte[] bytes;

    StyleSheet() {
        var system = read(DESIGN_SYSTEM + "govuk-frontend.min.css")
                .replaceAll("(?s)/\\*!.*?\\*/", "")
                .replaceAll("@font-face\\{[^}]*}", "")
                .replace("url(/assets/images/govuk-crest.svg)", "none")
                .replace("GDS Transport,arial,sans-serif", "var(--thami-font)");
        for (var colour : COLOURS.entrySet()) {
            system = system.replaceAll(colour.getKey() + "(?![0-9a-f])", colour.getValue());
        }
        bytes = (system + "\n" + read("thami/web/thami.css")).getBytes(UTF_8);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /// Short, and another one for other contents: part of the assets' addresses, so that they may be cached for ever.
    String version() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String read(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(UTF_8);
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
