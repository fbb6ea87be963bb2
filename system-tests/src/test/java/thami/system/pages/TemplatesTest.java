package thami.system.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.system.RepositoryFiles.SERVICES;
import static thami.system.RepositoryFiles.below;
import static thami.system.RepositoryFiles.path;
import static thami.system.RepositoryFiles.text;

import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {

    private static final Pattern BUTTON =
            Pattern.compile("<[a-z]+[^>]*(?:role=\"button\"|data-prevent-double-click)[^>]*>");

    static Stream<Path> templates() {
        return Stream.concat(SERVICES.stream(), Stream.of("libraries/web-defaults"))
                .flatMap(module -> below(path(module).resolve("src/main/resources/templates"), ".html").stream());
    }

    /// Without its module govuk-frontend does nothing: the space bar would scroll, a second click would send.
    @ParameterizedTest
    @MethodSource("templates")
    void whatIsAnnouncedAsAButtonBehavesAsOne(Path template) {
        assertThat(BUTTON.matcher(text(template)).results().map(MatchResult::group))
                .allSatisfy(button -> assertThat(button).contains("data-module=\"govuk-button\""));
    }
}
