package thami.platform;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/// A real Kafka broker in this JVM, its own controller, with its logs in a folder that may be used again.
///
/// Every service signs in with its own password and has the rights that `contracts/topics.yaml` gives it. What was
/// acknowledged survives a kill of the process, not a loss of power: Kafka relies on replicas there, and this is one.
public final class Broker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final String bootstrap;
    private final Passwords passwords;

    private Broker(KafkaRaftServer server, String bootstrap, Passwords passwords) {
        this.server = server;
        this.bootstrap = bootstrap;
        this.passwords = passwords;
    }

    /// Starts a broker with its logs in `folder`, a port of its own choice, random passwords and all topics.
    public static Broker start(Path folder, Topics topics) {
        return start(folder, Ports.free(), topics, Passwords.random(topics.services()));
    }

    /// Starts a broker and returns when it serves and all topics and rights are there.
    public static Broker start(Path folder, int port, Topics topics, Passwords passwords) {
        return start(folder, port, port, topics, passwords);
    }

    /// @param advertised the port that clients are told: where something stands in between, not the broker's own
    static Broker start(Path folder, int port, int advertised, Topics topics, Passwords passwords) {
        format(folder);
        var configuration = new BrokerConfiguration(folder, port, advertised, Ports.free(), passwords).asMap();
        var server = serving(configuration, folder);
        var broker = new Broker(server, "127.0.0.1:" + port, passwords);
        try (var admin = Admin.create(broker.clientProperties(Passwords.OPERATOR))) {
            new Provision(admin).provide(topics);
        } catch (ExecutionException | InterruptedException e) {
            broker.close();
            throw new IllegalStateException("The broker has started, but its topics could not be created", e);
        }
        return broker;
    }

    private static KafkaRaftServer serving(Map<String, Object> configuration, Path folder) {
        try {
            var server = new KafkaRaftServer(new KafkaConfig(configuration, false), Time.SYSTEM);
            server.startup();
            return server;
        } catch (RuntimeException e) {
            throw new IllegalStateException("The broker cannot use %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    public String bootstrap() {
        return bootstrap;
    }

    public Passwords passwords() {
        return passwords;
    }

    /// What a Kafka client needs to sign in as this principal: a service, or [Passwords#OPERATOR].
    public Map<String, Object> clientProperties(String principal) {
        return Map.of(
                "bootstrap.servers",
                bootstrap,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "%s required username=\"%s\" password=\"%s\";"
                        .formatted(PlainLoginModule.class.getName(), principal, passwords.of(principal)));
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder) {
        if (Files.exists(folder.resolve("meta.properties"))) return;
        try {
            Files.createDirectories(folder);
            new Formatter()
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(java.util.List.of(folder.toString()))
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setIgnoreFormatted(true) // a kill in the middle left it half done
                    .setPrintStream(new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("Cannot format the broker's folder " + folder, e);
        }
    }
}
