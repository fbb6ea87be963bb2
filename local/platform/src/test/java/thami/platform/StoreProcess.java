package thami.platform;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;

/// A document store in a JVM of its own that can be killed.
final class StoreProcess implements AutoCloseable {

    private final Process process;
    private final String uri;

    private StoreProcess(Process process, String uri) {
        this.process = process;
        this.uri = uri;
    }

    static StoreProcess start(Path folder) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        @SuppressWarnings("resource") // belongs to the process
        BufferedReader out = process.inputReader();
        String line;
        do {
            line = out.readLine();
            if (line == null) throw new IllegalStateException("The store did not open " + folder);
        } while (!line.startsWith("mongodb://"));
        return new StoreProcess(process, line);
    }

    /// @param patience how long a command waits for a store that does not answer
    MongoClient client(Duration patience) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .applyToClusterSettings(it -> it.serverSelectionTimeout(patience.toMillis(), TimeUnit.MILLISECONDS))
                .build());
    }

    /// SIGKILL, and gone when this returns.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(DocumentStore.open(Path.of(arguments[0]), 0).uri());
        Thread.currentThread().join();
    }
}
