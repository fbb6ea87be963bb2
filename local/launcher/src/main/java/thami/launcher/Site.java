package thami.launcher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What runs where: the processes of this start, the variables each is given, and which parts are real ones elsewhere.
record Site(Home home, Ports ports, Map<String, String> environment, boolean separate) {

    /// The parts of the platform: the variable that names a real one in its place, and the ports it takes.
    private enum Part {
        BROKER("THAMI_KAFKA", "kafka"),
        STORE("THAMI_MONGODB_URI", "store"),
        MAIL("THAMI_SMTP", "smtp", "inbox"),
        IDENTITY("THAMI_ISSUER", "identity"),
        ENTRANCE("", "entrance");

        private final String replacedBy;
        private final List<String> ports;

        Part(String replacedBy, String... ports) {
            this.replacedBy = replacedBy;
            this.ports = List.of(ports);
        }

        String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// One process: its program, the arguments, what tells that it serves (an HTTP address), the ports it takes.
    record Planned(String name, Component component, List<String> arguments, List<String> probes, List<String> ports) {}

    List<Planned> processes() {
        var all = new ArrayList<Planned>();
        var parts = parts();
        if (separate) {
            parts.forEach(part -> all.add(platform(part.label(), List.of(part))));
        } else {
            all.add(platform("platform", parts));
        }
        for (var component : Component.ALL) {
            if (component.isService()) all.add(service(component));
        }
        return all;
    }

    private Planned platform(String name, List<Part> parts) {
        return new Planned(
                name,
                Component.PLATFORM,
                parts.stream().map(Part::label).toList(),
                parts.stream()
                        .flatMap(part -> part.ports.stream())
                        .map(this::probe)
                        .toList(),
                parts.stream().flatMap(part -> part.ports.stream()).toList());
    }

    private Planned service(Component component) {
        var port = ports.of(component.shortName());
        return new Planned(
                component.name(),
                component,
                List.of(),
                List.of("http://127.0.0.1:%d/actuator/health/readiness".formatted(port)),
                List.of(component.shortName()));
    }

    private String probe(String part) {
        var port = ports.of(part);
        return switch (part) {
            case "identity" -> "http://127.0.0.1:%d/.well-known/openid-configuration".formatted(port);
            case "entrance" -> "http://127.0.0.1:%d/health".formatted(port);
            case "inbox" -> "http://127.0.0.1:%d/".formatted(port);
            default -> "tcp:" + port;
        };
    }

    private List<Part> parts() {
        return java.util.Arrays.stream(Part.values())
                .filter(part -> !environment.containsKey(part.replacedBy))
                .toList();
    }

    Map<String, String> variables(Component component) {
        var variables = new HashMap<String, String>();
        ports.byPart().forEach((part, port) -> variables.put(Ports.variable(part), String.valueOf(port)));
        ports.between().forEach((part, port) -> variables.put(Ports.via(part), String.valueOf(port)));
        variables.put("THAMI_PUBLIC_URL", publicUrl());
        variables.put("THAMI_ISSUER", issuer());
        variables.put("THAMI_INBOX_URL", inboxUrl());
        variables.put("THAMI_STATE", home.state().toString());
        if (component.isService()) {
            variables.putAll(settings().of(component));
            variables.put(
                    "THAMI_SECRETS",
                    new Secrets(home.secrets()).of(component.name()).toString());
            variables.put("THAMI_KAFKA", given("THAMI_KAFKA", "127.0.0.1:" + ports.reached("kafka")));
            variables.put(
                    "THAMI_MONGODB_URI", given("THAMI_MONGODB_URI", "mongodb://127.0.0.1:" + ports.reached("store")));
            variables.put("THAMI_SMTP", given("THAMI_SMTP", "127.0.0.1:" + ports.reached("smtp")));
            variables.put("SERVER_PORT", String.valueOf(ports.of(component.shortName())));
            variables.put("SERVER_ADDRESS", "127.0.0.1");
            variables.put("SPRING_PROFILES_ACTIVE", "demo");
        } else {
            variables.put("THAMI_SECRETS", home.secrets().toString());
        }
        return variables;
    }

    String publicUrl() {
        return given("THAMI_PUBLIC_URL", "http://localhost:" + ports.of("entrance"));
    }

    String issuer() {
        return given("THAMI_ISSUER", "http://localhost:" + ports.of("identity"));
    }

    String inboxUrl() {
        return given("THAMI_INBOX_URL", "http://localhost:" + ports.of("inbox") + "/");
    }

    Settings settings() {
        return Settings.of(environment, ports);
    }

    /// As it was started, if any of it runs.
    Site asItRuns() {
        return Settings.ofWhatRuns(home)
                .map(it -> it.over(environment))
                .map(meant -> new Site(home, Ports.of(meant), meant, separate))
                .orElse(this);
    }

    /// The same in as many processes as those that run already.
    Site like(List<String> alive) {
        var parted = java.util.Arrays.stream(Part.values()).map(Part::label).anyMatch(alive::contains);
        return alive.isEmpty()
                ? this
                : new Site(home, ports, environment, parted || (separate && !alive.contains("platform")));
    }

    /// Off where the build itself starts the system.
    boolean isBuiltHere() {
        return !"off".equals(environment.get("THAMI_BUILD"));
    }

    /// What people want to open, in the order in which they want it.
    Map<String, String> addresses() {
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("Start page", publicUrl() + "/");
        addresses.put("Staff", publicUrl() + "/staff");
        if (!environment.containsKey("THAMI_SMTP")) addresses.put("Inbox", inboxUrl());
        return addresses;
    }

    private String given(String variable, String otherwise) {
        return environment.getOrDefault(variable, otherwise);
    }
}
