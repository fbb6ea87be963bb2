package thami.platform;

import static thami.platform.Html.escape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// What can be tried in the demonstration, where, and as whom.
public record StartPage(String inboxUrl, String password) {

    String start(Language language) {
        return Html.page(language, word(language, "start.title"), """
                <h1>%s</h1>
                <p>%s</p>
                <p class="note">%s</p>
                <h2>%s</h2>
                <ul class="cards">%s%s%s%s</ul>
                %s
                """.formatted(
                        word(language, "start.title"),
                        word(language, "start.lead"),
                        word(language, "start.sample"),
                        word(language, "start.public"),
                        card(language, "apply", "/apply"),
                        card(language, "status", "/status"),
                        card(language, "verify", "/verify"),
                        card(language, "inbox", inboxUrl),
                        staffPart(language)));
    }

    String staff(Language language) {
        return Html.page(
                language,
                word(language, "staff.title"),
                "<h1>%s</h1>%s".formatted(word(language, "staff.title"), staffPart(language)));
    }

    private String staffPart(Language language) {
        return """
                <h2>%s</h2>
                <ul class="cards">%s%s%s%s</ul>
                <h2>%s</h2>
                <p>%s</p>
                <div class="wide" role="region" aria-label="%s" tabindex="0"><table>
                <thead><tr><th scope="col">%s</th><th scope="col">%s</th><th scope="col">%s</th></tr></thead>
                <tbody>%s</tbody></table></div>
                """.formatted(
                word(language, "start.staff"),
                card(language, "cohort", "/staff/cohort"),
                card(language, "certificate", "/staff/certificate"),
                card(language, "notification", "/staff/notification"),
                card(language, "registration", "/staff/registration"),
                word(language, "start.logins"),
                escape(language.word("start.password", "\0")).replace("\0", "<code>" + escape(password) + "</code>"),
                word(language, "start.logins"),
                word(language, "start.user"),
                word(language, "start.name"),
                word(language, "start.may"),
                logins(language));
    }

    private static String logins(Language language) {
        return SampleStaff.ALL.stream()
                .map(person -> "<tr><th scope=\"row\"><code>%s</code></th><td>%s</td><td>%s</td></tr>"
                        .formatted(
                                escape(person.user()),
                                escape(person.name()),
                                person.roles().stream()
                                        .map(role -> word(language, "role." + role))
                                        .collect(Collectors.joining("; "))))
                .collect(Collectors.joining("\n"));
    }

    private static String card(Language language, String what, String address) {
        return "<li><h3><a href=\"%s\">%s</a></h3><p>%s</p></li>\n"
                .formatted(escape(address), word(language, "card." + what), word(language, "card." + what + ".text"));
    }

    String unavailable(Language language) {
        return Html.page(
                language,
                word(language, "unavailable.title"),
                "<h1>%s</h1><p>%s</p>"
                        .formatted(word(language, "unavailable.title"), word(language, "unavailable.text")));
    }

    String notFound(Language language) {
        return Html.page(
                language,
                word(language, "not-found.title"),
                "<h1>%s</h1><p><a href=\"/\">%s</a></p>"
                        .formatted(word(language, "not-found.title"), word(language, "start.title")));
    }

    String stylesheet() {
        try (var css = Objects.requireNonNull(StartPage.class.getResourceAsStream("/thami/platform/platform.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String word(Language language, String key) {
        return escape(language.word(key));
    }

    /// The sample people who may sign in here; the provider of a real site knows none of them.
    public record SampleStaff(String user, String name, List<String> roles) {

        public static final List<SampleStaff> ALL = List.of(
                staff("admissions", "Alma Beispiel"),
                staff("course-management", "Bruno Beispiel"),
                staff("trainer", "Cem Beispiel"),
                staff("certification", "Dörte Beispiel"),
                new SampleStaff("certification-2", "Emil Beispiel", List.of("certification")),
                new SampleStaff("deputy", "Ida Beispiel", List.of("admissions", "trainer", "certification")),
                staff("privacy", "Filiz Beispiel"),
                staff("audit", "Gregor Beispiel"),
                staff("operations", "Hanna Beispiel"));

        private static SampleStaff staff(String role, String name) {
            return new SampleStaff(role, name, List.of(role));
        }
    }
}
