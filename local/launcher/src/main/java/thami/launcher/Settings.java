package thami.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What people may set of a system, by the names in docs/operations.md: its ports, the addresses of real parts,
/// what its services are told.
///
/// Noted at each start: as long as any of it runs, every command means the system as it was started.
record Settings(Map<String, String> byName) {

    private static final Set<String> ADDRESSES = Set.of(
            "THAMI_PUBLIC_URL", "THAMI_ISSUER", "THAMI_INBOX_URL", "THAMI_KAFKA", "THAMI_MONGODB_URI", "THAMI_SMTP");

    private static final List<String> OF_ALL_SERVICES = List.of("THAMI_CONSUMERS", "THAMI_SIGN_IN_LIMIT");

    private static final Map<String, List<String>> OF_SERVICE = Map.of(
            "registration-service", List.of("THAMI_TEXTS", "THAMI_PRIVACY_NOTICE_VERSION"),
            "notification-service",
                    List.of(
                            "THAMI_MAIL_DOMAIN",
                            "THAMI_MAIL_FROM",
                            "THAMI_MAIL_SENDER",
                            "THAMI_MAIL_CONTACT",
                            "THAMI_MAIL_REPLYTO",
                            "THAMI_MAILS_PER_SECOND",
                            "THAMI_MAIL_ENCRYPTION",
                            "THAMI_MAIL_USERNAME"));

    /// Every port, also one that was not moved: a later command may name it.
    static Settings of(Map<String, String> environment, Ports ports) {
        var byName = new TreeMap<String, String>();
        environment.forEach((name, value) -> {
            if (isOne(name)) byName.put(name, value);
        });
        ports.byPart().forEach((part, port) -> byName.put(Ports.variable(part), String.valueOf(port)));
        return new Settings(byName);
    }

    /// Nothing if all of it has ended, or a launcher started it that noted nothing.
    static Optional<Settings> ofWhatRuns(Home home) {
        return Running.all(home).stream().anyMatch(Running::isAlive) ? noted(home) : Optional.empty();
    }

    private static Optional<Settings> noted(Home home) {
        if (Files.notExists(home.settings())) return Optional.empty();
        var noted = new Properties();
        try (var file = Files.newBufferedReader(home.settings())) {
            noted.load(file);
        } catch (IOException | IllegalArgumentException damaged) {
            throw new Refusal(
                    "%s cannot be read: ./thami stop, then ./thami start writes it anew.".formatted(home.settings()));
        }
        var byName = new HashMap<String, String>();
        noted.stringPropertyNames().forEach(name -> byName.put(name, noted.getProperty(name)));
        return Optional.of(new Settings(byName));
    }

    void note(Home home) throws IOException {
        var noted = new Properties();
        noted.putAll(byName);
        try (var file = Files.newBufferedWriter(home.settings())) {
            noted.store(file, null);
        }
    }

    /// In place of what the environment leaves out; what it says otherwise would need another start.
    Map<String, String> over(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (isOne(name) && !value.equals(byName.get(name)))
                throw new Refusal(
                        "ThAMI runs with another %s, see ./thami status: leave that out, or ./thami stop first."
                                .formatted(name));
        });
        var all = new HashMap<>(environment);
        all.putAll(byName);
        return all;
    }

    /// Those of this service, as they are; the ports and addresses are the site's to say.
    Map<String, String> of(Component service) {
        var told = new HashMap<String, String>();
        namesOf(service.name())
                .filter(byName::containsKey)
                .forEach(name -> told.put(name, byName.getOrDefault(name, "")));
        return told;
    }

    private static Stream<String> namesOf(String service) {
        return Stream.concat(OF_ALL_SERVICES.stream(), OF_SERVICE.getOrDefault(service, List.of()).stream());
    }

    private static boolean isOne(String name) {
        return name.startsWith("THAMI_PORT_")
                || name.startsWith("THAMI_VIA_")
                || ADDRESSES.contains(name)
                || Component.SERVICES.stream().flatMap(Settings::namesOf).anyMatch(name::equals);
    }
}
