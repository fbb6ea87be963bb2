package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.notification.WithMailSink.SINK;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import thami.testing.Stores;

/// A process that ends between the mail server's yes and its marker: at most one more copy, with the same
/// Message-ID.
class CrashTest {

    private final String database = "crash-" + UUID.randomUUID();
    private final String key = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void aCrashBetweenTheYesAndItsMarkerRepeatsTheSameMailOnce() throws Exception {
        var address = UUID.randomUUID() + "@post.example";

        assertThat(run(Crashing.class, address)).as("halted").isEqualTo(137);
        assertThat(SINK.mailsTo(address)).hasSize(1);

        assertThat(run(Recovering.class, address)).as("delivered what was left").isZero();
        assertThat(SINK.mailsTo(address))
                .hasSize(2)
                .extracting(mail -> mail.messageId())
                .containsOnly("<" + Crashing.FACT.value() + ".1@thami.example>");

        assertThat(run(Recovering.class, address)).as("nothing is left").isZero();
        assertThat(SINK.mailsTo(address)).hasSize(2);
    }

    private int run(Class<?> main, String address) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-Xmx256m", "-XX:TieredStopAtLevel=1", main.getName(), address);
        process.environment()
                .put(
                        "CLASSPATH",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        process.environment().put("SPRING_PROFILES_ACTIVE", "demo");
        process.environment().put("THAMI_MONGODB_URI", Stores.uri());
        process.environment().put("THAMI_MONGODB_DATABASE", database);
        process.environment().put("THAMI_SMTP", "127.0.0.1:" + SINK.smtpPort());
        process.environment().put("THAMI_KAFKA", "127.0.0.1:9"); // nobody there: what is due is due without it
        process.environment().put("SERVER_PORT", "0");
        process.environment().put("THAMI_LINKS_KEYS_STATUS", key);
        process.environment().put("THAMI_LINKS_KEYS_CERTIFICATE", key);
        process.environment().put("THAMI_OIDC_CLIENTSECRET", "only-of-this-test");
        var log = Files.createDirectories(Path.of("target")).resolve("crash-" + main.getSimpleName() + ".log");
        var started = process.redirectErrorStream(true)
                .redirectOutput(new File(log.toString()))
                .start();
        try {
            assertThat(started.waitFor(2, TimeUnit.MINUTES))
                    .as("ended, see " + log)
                    .isTrue();
            return started.exitValue();
        } finally {
            started.destroyForcibly();
        }
    }

    static SpringApplicationBuilder service(Class<?> with) {
        return new SpringApplicationBuilder(NotificationServiceApplication.class, with);
    }
}
