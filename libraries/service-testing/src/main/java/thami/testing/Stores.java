package thami.testing;

import com.mongodb.client.MongoClients;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;
import thami.platform.DocumentStore;

/// The document store that component tests run on: the one at `THAMI_MONGODB_URI`, else MongoDB in a container, else
/// the embedded one. One for the whole JVM; each application context has a database of its own.
public final class Stores {

    private static @Nullable String uri;

    private Stores() {}

    public static synchronized String uri() {
        if (uri == null) uri = start();
        return uri;
    }

    /// Whether the store uses its indexes; the embedded one scans.
    public static boolean isIndexed() {
        return !given().isBlank() || hasDocker();
    }

    /// For tests that explain queries.
    public static void needIndexes() {
        Requirements.need("indexed", isIndexed(), "set THAMI_MONGODB_URI to a store that uses indexes");
    }

    static void drop(String database) {
        try (var client = MongoClients.create(uri())) {
            client.getDatabase(database).drop();
        }
    }

    private static String start() {
        if (!given().isBlank()) return given();
        return hasDocker() ? container() : DocumentStore.inMemory().uri();
    }

    private static String given() {
        return System.getenv().getOrDefault("THAMI_MONGODB_URI", "");
    }

    // Not run where there is no Docker: see docs/operations.md.
    @SuppressWarnings("resource") // lives as long as the JVM; Testcontainers removes it
    private static String container() {
        var mongo = new MongoDBContainer("mongo:8.0");
        mongo.start();
        return mongo.getConnectionString();
    }

    private static boolean hasDocker() {
        var reachable = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return reachable && DockerClientFactory.instance().isDockerAvailable();
    }
}
