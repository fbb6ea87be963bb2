package thami.system.contracts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The two tables of a service's README that a test can judge: `## Publishes` and `## Listens to`, each with the
/// event's `ce_type` and its topic in backticks in the first two columns.
record ServiceCanvas(Map<String, TreeSet<String>> publishes, Map<String, TreeSet<String>> listensTo) {

    private static final Pattern ROW = Pattern.compile("^\\|\\s*`(thami\\.[^`]+)`\\s*\\|\\s*`([^`]+)`\\s*\\|.*$");

    static ServiceCanvas of(String readme) {
        return new ServiceCanvas(rows(readme, "## Publishes"), rows(readme, "## Listens to"));
    }

    /// Topic to the types on it.
    private static Map<String, TreeSet<String>> rows(String readme, String heading) {
        return section(readme, heading)
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .collect(groupingBy(
                        row -> row.group(2), TreeMap::new, mapping(row -> row.group(1), toCollection(TreeSet::new))));
    }

    private static Stream<String> section(String readme, String heading) {
        return readme.lines()
                .dropWhile(line -> !line.strip().equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "));
    }
}
