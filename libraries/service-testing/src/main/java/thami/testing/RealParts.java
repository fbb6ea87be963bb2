package thami.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;
import thami.delivery.StoreReadiness;
import thami.platform.Broker;
import thami.platform.Topics;
import thami.testing.openapi.EveryDoor;

/// Starts what a service needs before its context starts, and stops it after: a broker and a database of its own, so
/// that two contexts in one JVM do not share a consumer group.
final class RealParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /// Of the properties that say where they are.
    static final String NAME = "real parts";

    static final String STORE_AWAY_AT_START = "thami.testing.store-away-at-start";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var service = context.getEnvironment().getRequiredProperty("spring.application.name");
        var database = "test-" + UUID.randomUUID();
        var folder = temporaryFolder();
        var broker = Broker.start(folder, Topics.ofContracts().withPartitions(3));
        var staff = StaffProvider.start();

        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(NAME, properties(service, database, broker, staff)));
        var beans = (GenericApplicationContext) context;
        // Beans are closed the last one first: the broker's folder goes when the broker is gone.
        beans.registerBean("folder", Cleanup.class, () -> () -> FileSystemUtils.deleteRecursively(folder.toFile()));
        beans.registerBean(Broker.class, () -> broker);
        beans.registerBean(StaffProvider.class, () -> staff);
        beans.registerBean(Neighbours.class, () -> new Neighbours(broker, beans, service));
        beans.registerBean(EveryDoor.class, () -> new EveryDoor(beans, service));
        beans.registerBean(Roles.class, () -> new Roles(beans, service));
        beans.registerBean("database", Cleanup.class, () -> () -> Stores.drop(database));
        if (!context.getEnvironment().getProperty(STORE_AWAY_AT_START, boolean.class, false))
            context.addApplicationListener((ApplicationReadyEvent ready) -> awaitIndexes(beans));
    }

    /// As whoever routes requests does: until then the service answers 503. An indexed store takes its time.
    private static void awaitIndexes(GenericApplicationContext service) {
        await().atMost(Duration.ofMinutes(1)).until(service.getBean(StoreReadiness.class)::isReady);
    }

    private static Map<String, Object> properties(String service, String database, Broker broker, StaffProvider staff) {
        var properties = new HashMap<String, Object>();
        properties.put("THAMI_MONGODB_URI", Stores.uri());
        properties.put("spring.mongodb.uri", Stores.uri());
        properties.put("spring.mongodb.database", database);
        properties.put("THAMI_KAFKA", broker.bootstrap());
        properties.put("thami.kafka.password", broker.passwords().of(service));
        properties.put("THAMI_ISSUER", staff.issuer());
        properties.put("thami.issuer", staff.issuer());
        properties.put("thami.oidc.client-secret", "only-of-this-test");
        properties.put("thami.links.keys.status", KEY);
        properties.put("thami.links.keys.certificate", KEY);
        properties.put("thami.delivery.sweep-after", "1s");
        properties.put("thami.delivery.sweep-every", "500ms");
        return properties;
    }

    private static final String KEY = randomKey();

    private static String randomKey() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("thami-broker");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @FunctionalInterface
    interface Cleanup extends AutoCloseable {
        @Override
        void close();
    }
}
