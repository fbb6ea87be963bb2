package thami.launcher;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {

    /// A line of the table of variables: name, who reads it.
    private static final Pattern VARIABLE =
            Pattern.compile("^\\| `([A-Z_]+)` \\|.*\\| ([a-z]+) \\|$", Pattern.MULTILINE);

    /// What only the site can say, as each service has its own.
    private static final Set<String> OURS_TO_SAY = Set.of("SERVER_PORT", "THAMI_MONGODB_DATABASE", "THAMI_SECRETS");

    private @TempDir Path folder;
    private Home home;

    @BeforeEach
    void makeHome() throws IOException {
        home = new Home(folder, folder.resolve("programs"));
        Files.createDirectories(home.run());
    }

    @Test
    void everyVariableOfTheDocumentReachesTheServicesThatReadIt() throws Exception {
        var variables = VARIABLE.matcher(Files.readString(Path.of("../../docs/operations.md")))
                .results()
                .filter(it -> !OURS_TO_SAY.contains(it.group(1)))
                .toList();
        var site = site(variables.stream().collect(toMap(it -> it.group(1), it -> "given")));

        assertThat(variables).hasSizeGreaterThan(10);
        assertThat(services()).allSatisfy(service -> {
            var told = site.variables(service);
            assertThat(variables.stream().filter(readBy(service)).map(it -> it.group(1)))
                    .allSatisfy(variable -> assertThat(told).containsEntry(variable, "given"));
        });
    }

    @Test
    void noServiceIsToldWhatAnotherReads() {
        var site = site(Map.of("THAMI_MAIL_USERNAME", "course", "THAMI_TEXTS", "file:/texts/", "THAMI_OTHER", "x"));

        assertThat(services())
                .allSatisfy(service -> assertThat(site.variables(service).keySet())
                        .doesNotContain("THAMI_OTHER")
                        .satisfies(told -> assertThat(told.contains("THAMI_MAIL_USERNAME"))
                                .isEqualTo(service.name().equals("notification-service")))
                        .satisfies(told -> assertThat(told.contains("THAMI_TEXTS"))
                                .isEqualTo(service.name().equals("registration-service"))));
    }

    @Test
    void aLaterCommandMeansTheSystemAsItWasStarted() throws Exception {
        site(Map.of("THAMI_PORT_ENTRANCE", "9080", "THAMI_ISSUER", "https://login.example"))
                .settings()
                .note(home);
        running(ProcessMark.of(ProcessHandle.current()));

        var later = site(Map.of("THAMI_HOME", folder.toString(), "THAMI_PORT_COHORT", "8082"))
                .asItRuns();

        assertThat(later.publicUrl()).isEqualTo("http://localhost:9080");
        assertThat(later.issuer()).isEqualTo("https://login.example");
        assertThat(later.variables(Component.PLATFORM)).containsEntry("THAMI_PORT_ENTRANCE", "9080");
        assertThat(later.processes())
                .filteredOn(it -> it.component().equals(Component.PLATFORM))
                .singleElement()
                .satisfies(it -> assertThat(it.ports()).doesNotContain("identity"));
    }

    @Test
    void oneThatSaysOtherwiseIsRefused() throws Exception {
        site(Map.of("THAMI_PORT_ENTRANCE", "9080")).settings().note(home);
        running(ProcessMark.of(ProcessHandle.current()));

        for (var otherwise : List.of("THAMI_PORT_ENTRANCE=8080", "THAMI_SMTP=mail.example:25")) {
            var words = otherwise.split("=");
            assertThatThrownBy(() -> site(Map.of(words[0], words[1])).asItRuns())
                    .isInstanceOf(Refusal.class)
                    .hasMessageContainingAll(words[0], "./thami stop");
        }
    }

    @Test
    void onceAllHasEndedTheNextStartMayBeAnother() throws Exception {
        site(Map.of("THAMI_PORT_ENTRANCE", "9080")).settings().note(home);
        running(new ProcessMark(ProcessHandle.current().pid(), "1"));

        assertThat(site(Map.of()).asItRuns().publicUrl()).isEqualTo("http://localhost:8080");
    }

    private Site site(Map<String, String> environment) {
        return new Site(home, Ports.of(environment), environment, false);
    }

    private void running(ProcessMark mark) throws IOException {
        Files.writeString(home.run().resolve("platform.process"), mark.line() + "\ntcp:9080\n");
    }

    private static List<Component> services() {
        return Component.ALL.stream().filter(Component::isService).toList();
    }

    private static Predicate<MatchResult> readBy(Component service) {
        return variable -> Set.of("all", service.shortName()).contains(variable.group(2));
    }
}
