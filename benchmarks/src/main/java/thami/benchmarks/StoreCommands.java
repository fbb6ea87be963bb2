package thami.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// How many commands each service has sent to its store, as it counts them itself.
final class StoreCommands {

    private static final Pattern COUNT =
            Pattern.compile("^mongodb_driver_commands_seconds_count\\{(.*)} ([0-9.E]+)$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("(collection|command)=\"([^\"]*)\"");

    private final Map<String, Integer> ports;

    /// @param ports of the services, by name
    StoreCommands(Map<String, Integer> ports) {
        this.ports = ports;
    }

    /// `cohort-service candidates insert` and how often so far.
    Map<String, Double> now() throws IOException, InterruptedException {
        var all = new TreeMap<String, Double>();
        try (var http = HttpClient.newHttpClient()) {
            for (var service : ports.entrySet()) {
                var uri = URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(service.getValue()));
                var text = http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                        .body();
                COUNT.matcher(text)
                        .results()
                        .forEach(found -> all.merge(
                                service.getKey() + " " + label(found.group(1), "collection") + " "
                                        + label(found.group(1), "command"),
                                Double.valueOf(found.group(2)),
                                Double::sum));
            }
        }
        return all;
    }

    /// Inserts and updates of all of them together: what a person costs however often somebody looks.
    double writes() throws IOException, InterruptedException {
        return now().entrySet().stream()
                .filter(it -> it.getKey().endsWith(" insert") || it.getKey().endsWith(" update"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static String label(String labels, String name) {
        return LABEL.matcher(labels)
                .results()
                .filter(found -> found.group(1).equals(name))
                .map(found -> found.group(2))
                .findFirst()
                .orElse("?");
    }
}
