package thami.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// What the platform is told from outside: folders, ports and addresses by environment, secrets as files.
///
/// | variable | meaning | unless given |
/// |---|---|---|
/// | `THAMI_STATE` | folder of everything that is kept | `.thami/state` |
/// | `THAMI_SECRETS` | folder with one folder of secrets per service, and `platform` | `.thami/secrets` |
/// | `THAMI_PUBLIC_URL`, `THAMI_ISSUER`, `THAMI_INBOX_URL` | addresses as people see them | `http://localhost:8080`,
/// `:8090`, `:8025` |
/// | `THAMI_VIA_KAFKA` | the port that the broker tells its clients | its own |
/// | `THAMI_PORT_<PART>` | `ENTRANCE`, `REGISTRATION`, …, `IDENTITY`, `SMTP`, `INBOX`, `KAFKA`, `STORE` | as in the
/// README |
record Environment(Map<String, String> variables) {

    private static final Map<String, Integer> PORTS = Map.of(
            "ENTRANCE", 8080,
            "REGISTRATION", 8081,
            "COHORT", 8082,
            "CERTIFICATE", 8083,
            "NOTIFICATION", 8084,
            "IDENTITY", 8090,
            "SMTP", 1025,
            "INBOX", 8025,
            "KAFKA", 9092,
            "STORE", 27017);

    Path state(String part) {
        return Path.of(variables.getOrDefault("THAMI_STATE", ".thami/state")).resolve(part);
    }

    int port(String part) {
        var port = variables.get("THAMI_PORT_" + part);
        return port == null ? java.util.Objects.requireNonNull(PORTS.get(part)) : Integer.parseInt(port);
    }

    /// The port that services are told, where somebody stands before this part.
    int reached(String part) {
        var between = variables.get("THAMI_VIA_" + part);
        return between == null ? port(part) : Integer.parseInt(between);
    }

    String publicUrl() {
        return variables.getOrDefault("THAMI_PUBLIC_URL", "http://localhost:" + port("ENTRANCE"));
    }

    String issuer() {
        return variables.getOrDefault("THAMI_ISSUER", "http://localhost:" + port("IDENTITY"));
    }

    String inboxUrl() {
        return variables.getOrDefault("THAMI_INBOX_URL", "http://localhost:" + port("INBOX") + "/");
    }

    /// Where the entrance finds each service.
    Map<String, URI> services() {
        var services = new HashMap<String, URI>();
        Entrance.PATHS
                .keySet()
                .forEach(service -> services.put(
                        service, URI.create("http://127.0.0.1:" + port(service.toUpperCase(java.util.Locale.ROOT)))));
        return services;
    }

    Passwords passwords(Collection<String> services) {
        var passwords = new HashMap<String, String>();
        services.forEach(service -> passwords.put(service, secret(service, "thami.kafka.password")));
        passwords.put(Passwords.OPERATOR, secret("platform", "thami.kafka.password"));
        return new Passwords(passwords);
    }

    Map<String, String> clientSecrets() {
        var secrets = new HashMap<String, String>();
        Entrance.PATHS
                .keySet()
                .forEach(service -> secrets.put(service, secret(service + "-service", "thami.oidc.client-secret")));
        return secrets;
    }

    String samplePassword() {
        return secret("platform", "thami.sample.password");
    }

    private String secret(String owner, String name) {
        var file = Path.of(variables.getOrDefault("THAMI_SECRETS", ".thami/secrets"))
                .resolve(owner)
                .resolve(name);
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the secret %s".formatted(file), e);
        }
    }
}
