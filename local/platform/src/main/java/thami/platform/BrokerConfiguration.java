package thami.platform;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.security.plain.PlainLoginModule;

/// The settings of a broker that is its own controller, on loopback, with a password per service.
record BrokerConfiguration(Path logs, int port, int advertisedPort, int controllerPort, Passwords passwords) {

    private static final String HOST = "127.0.0.1";

    Map<String, Object> asMap() {
        var settings = new HashMap<String, Object>();
        cluster(settings);
        security(settings);
        durability(settings);
        smallness(settings);
        return settings;
    }

    private void cluster(Map<String, Object> settings) {
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("log.dirs", logs.toString());
        settings.put("listeners", "SERVICES://%1$s:%2$d,CONTROLLER://%1$s:%3$d".formatted(HOST, port, controllerPort));
        settings.put("advertised.listeners", "SERVICES://%s:%d".formatted(HOST, advertisedPort));
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "SERVICES");
        settings.put("controller.quorum.voters", "1@%s:%d".formatted(HOST, controllerPort));
        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        // A service's consumers join one after the other. Whoever joins when the others have their topics makes them
        // join again, of which they hear at their next heartbeat: up to three seconds without a record.
        settings.put("group.initial.rebalance.delay.ms", "500");
        // After a kill the controller waits this long for the broker of before. Shorter, and a machine that is busy for
        // a moment makes the broker shut itself out.
        settings.put("broker.session.timeout.ms", "6000");
        settings.put("broker.heartbeat.interval.ms", "500");
    }

    private void security(Map<String, Object> settings) {
        settings.put("listener.security.protocol.map", "SERVICES:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        settings.put("sasl.enabled.mechanisms", "PLAIN");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put("sasl.mechanism.controller.protocol", "PLAIN");
        settings.put("listener.name.services.plain.sasl.jaas.config", login());
        settings.put("listener.name.controller.plain.sasl.jaas.config", login());
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:" + Passwords.OPERATOR);
    }

    private String login() {
        return "%s required username=\"%s\" password=\"%s\" %s;"
                .formatted(
                        PlainLoginModule.class.getName(),
                        Passwords.OPERATOR,
                        passwords.of(Passwords.OPERATOR),
                        passwords.byPrincipal().entrySet().stream()
                                .map(entry -> "user_%s=\"%s\"".formatted(entry.getKey(), entry.getValue()))
                                .collect(Collectors.joining(" ")));
    }

    private void durability(Map<String, Object> settings) {
        settings.put("offsets.retention.minutes", String.valueOf(31 * 24 * 60)); // longer than any record is kept
        settings.put("unclean.leader.election.enable", "false");
    }

    /// A broker for a handful of records a second in a small heap; the defaults are made for thousands.
    private void smallness(Map<String, Object> settings) {
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        settings.put("log.cleaner.io.buffer.size", "131072");
        settings.put("log.index.size.max.bytes", "1048576");
        settings.put("metadata.log.segment.bytes", "16777216");
        settings.put("metadata.max.idle.interval.ms", "5000");
    }
}
