package thami.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/// Who may do what in one service: a bean of this type is the only place that says so.
///
/// What no rule names is refused. Rules are read in order, the first that fits decides. A rule for `GET` holds for
/// `HEAD`.
/// ```java
/// Access.rules()
///     .on(GET, "/api/calls", "/api/calls/{id}").open()
///     .on(GET, "/api/applications/{id}").roles("admissions")
/// ```
public final class Access {

    private final List<Rule> rules;

    private Access(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /// Nothing is allowed yet.
    public static Access rules() {
        return new Access(List.of());
    }

    /// Starts a rule for these paths (Spring's path patterns: `{id}`, `/**`).
    public Paths on(HttpMethod method, String... paths) {
        return new Paths(method, List.of(paths));
    }

    /// The rules in the order in which they are read; what `docs/roles.csv` is compared with.
    public List<Rule> all() {
        return rules;
    }

    /// Where something can be asked for: this path or, where forms can only be sent to it, the nearest above.
    public Optional<String> pageAt(String path) {
        var pages = rules.stream()
                .filter(rule -> rule.method == HttpMethod.GET)
                .map(rule -> PathPatternParser.defaultInstance.parse(rule.path))
                .toList();
        return Stream.iterate(path, it -> !it.isEmpty(), it -> it.substring(0, Math.max(0, it.lastIndexOf('/'))))
                .filter(it -> pages.stream().anyMatch(page -> page.matches(PathContainer.parsePath(it))))
                .findFirst();
    }

    /// One line of the table.
    ///
    /// @param roles empty for what is open to everybody
    public record Rule(HttpMethod method, String path, Set<String> roles) {

        public Rule {
            roles = Set.copyOf(roles);
        }

        public boolean isPublic() {
            return roles.isEmpty();
        }

        /// As `docs/roles.csv` writes it: `GET,/api/calls,public`.
        @Override
        public String toString() {
            return method + "," + path + "," + (isPublic() ? "public" : String.join(" ", new TreeSet<>(roles)));
        }
    }

    /// Paths that still wait for who may use them.
    public final class Paths {

        private final HttpMethod method;
        private final List<String> paths;

        private Paths(HttpMethod method, List<String> paths) {
            this.method = method;
            this.paths = paths;
        }

        /// Everybody, signed in or not.
        public Access open() {
            return with(Set.of());
        }

        /// Staff who have at least one of these roles.
        public Access roles(String role, String... more) {
            var roles = new TreeSet<>(Arrays.asList(more));
            roles.add(role);
            return with(roles);
        }

        private Access with(Set<String> roles) {
            var added = paths.stream().map(path -> new Rule(method, path, roles));
            return new Access(
                    new ArrayList<>(Stream.concat(rules.stream(), added).toList()));
        }
    }
}
