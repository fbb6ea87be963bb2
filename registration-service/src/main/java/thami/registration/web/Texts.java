package thami.registration.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import thami.registration.Language;

/// Imprint, privacy notice and accessibility statement: what the organisation has to say itself, as Markdown in a
/// folder of its configuration. They are read anew each time, so that a change needs no restart.
@Component
class Texts {

    private final RegistrationProperties properties;
    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer html = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(_ -> Texts::dress)
            .build();

    Texts(RegistrationProperties properties) {
        this.properties = properties;
    }

    /// As HTML; nothing if the organisation has not said it yet.
    Optional<String> html(String name, Language language) {
        var folder = properties.texts();
        if (folder == null) return Optional.empty();
        try {
            var text = folder.createRelative(name + "_" + language.code() + ".md");
            if (!text.exists()) return Optional.empty();
            return Optional.of(html.render(parser.parse(text.getContentAsString(StandardCharsets.UTF_8))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// In the clothes of the design system.
    private static void dress(Node node, String tag, Map<String, @Nullable String> attributes) {
        var dress = switch (tag) {
            case "h2" -> "govuk-heading-m";
            case "h3" -> "govuk-heading-s";
            case "p" -> "govuk-body";
            case "ul" -> "govuk-list govuk-list--bullet";
            case "ol" -> "govuk-list govuk-list--number";
            case "a" -> "govuk-link";
            default -> null;
        };
        if (dress != null) attributes.put("class", dress);
    }
}
