package thami.system.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.system.RepositoryFiles.below;
import static thami.system.RepositoryFiles.path;
import static thami.system.RepositoryFiles.text;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What `docs/tests.md` points to is there.
class TestsPageTest {

    private static final Pattern NAMED = Pattern.compile("`([a-z/-]+) (\\w+(?:Test|Story))`");

    static Stream<String> named() {
        return NAMED.matcher(text(path("docs/tests.md")))
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("named")
    void namesOnlyTestsThatThereAre(String named) {
        var folder = named.substring(0, named.indexOf(' '));
        var type = named.substring(named.indexOf(' ') + 1);

        assertThat(below(path(folder).resolve("src/test/java"), ".java").stream()
                        .map(Path::getFileName)
                        .map(Path::toString))
                .contains(type + ".java");
    }
}
