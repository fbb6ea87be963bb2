package thami.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// `docs/roles.csv`: who may do what, as people read it. Each service compares it with what its code allows.
public final class RolesTable {

    /// In the place of roles, where everybody may.
    public static final String PUBLIC = "public";

    public static final List<String> ROLES =
            List.of("admissions", "course-management", "trainer", "certification", "privacy", "audit", "operations");

    private RolesTable() {}

    /// One line of the table: these roles may do this.
    public record Line(String method, String path, Set<String> roles) {

        static Line of(String written) {
            var columns = written.split(",");
            return new Line(columns[1], columns[2], Set.of(columns[3].split(" ")));
        }

        public boolean isPublic() {
            return roles.contains(PUBLIC);
        }

        public boolean isPage() {
            return !path.startsWith("/api/");
        }

        /// As the table writes it: `GET,/api/calls,public`.
        @Override
        public String toString() {
            return method + "," + path + "," + String.join(" ", new TreeSet<>(roles));
        }
    }

    /// What it says about one service.
    ///
    /// @param service as in the first column: `registration`
    public static List<Line> of(String service) {
        var file = Contract.folder().resolveSibling("docs/roles.csv");
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(service + ","))
                    .map(Line::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Who may do this: roles, or [#PUBLIC].
    public static Set<String> roles(String service, String method, String path) {
        return of(service).stream()
                .filter(line -> line.method().equals(method) && line.path().equals(path))
                .map(Line::roles)
                .findFirst()
                .orElseThrow(() -> new AssertionError(method + " " + path + " is not in docs/roles.csv"));
    }
}
