package thami.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// `docs/roles.csv`: who may do what, as people read it. Each service compares it with what its code allows.
public final class RolesTable {

    private RolesTable() {}

    /// What it says about one service: `GET,/api/calls,public`, one line a rule.
    ///
    /// @param service as in the first column: `registration`
    public static Set<String> of(String service) {
        var file = Contract.folder().resolveSibling("docs/roles.csv");
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(service + ","))
                    .map(line -> line.substring(service.length() + 1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
