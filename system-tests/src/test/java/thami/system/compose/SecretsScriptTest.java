package thami.system.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.system.RepositoryFiles.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The script that makes the secrets, run as docs/operations.md says: from the root, with addresses in a file there.
@DisabledOnOs(OS.WINDOWS)
class SecretsScriptTest {

    private @TempDir Path root;

    @BeforeEach
    void copy() throws IOException {
        Tool.need("openssl", "apt-get install openssl: compose/secrets.sh was not run");
        var compose = path("compose");
        try (Stream<Path> files = Files.walk(compose)) {
            for (var file : files.filter(it -> !it.startsWith(compose.resolve("secrets")))
                    .toList())
                Files.copy(
                        file,
                        root.resolve("compose").resolve(compose.relativize(file).toString()));
        }
    }

    @Test
    void yourAddressesAreReadFromWhereYouAre() throws Exception {
        Files.writeString(root.resolve("your.env"), """
                THAMI_PUBLIC_URL=https://course.example
                THAMI_LOGIN_HOST=sign-in.course.example
                """);

        assertThat(run("your.env")).as(said()).isZero();

        assertThat(hosts("proxy")).containsExactly("course.example");
        assertThat(hosts("keycloak")).containsExactly("sign-in.course.example");
    }

    @Test
    void withoutAFileItTakesTheAddressesOfTheTrial() throws Exception {
        assertThat(run()).as(said()).isZero();

        assertThat(hosts("proxy")).containsExactly("thami.example");
        assertThat(hosts("keycloak")).containsExactly("login.thami.example");
    }

    @Test
    void aFileThatCannotBeReadIsToldInOneLineBeforeAnythingIsMade() throws Exception {
        assertThat(run("missing.env")).isNotZero();

        assertThat(said().lines()).singleElement().asString().contains(root.resolve("missing.env") + " cannot be read");
        assertThat(root.resolve("compose/secrets")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            THAMI_PUBLIC_URL=https://course.example | THAMI_LOGIN_HOST
            THAMI_LOGIN_HOST=sign-in.course.example | THAMI_PUBLIC_URL
            THAMI_PUBLIC_URL=course.example         | THAMI_PUBLIC_URL
            """)
    void anAddressThatIsMissingIsNamedBeforeAnythingIsMade(String line, String missing) throws Exception {
        Files.writeString(root.resolve("your.env"), line + "\n");

        assertThat(run("your.env")).isNotZero();

        assertThat(said().lines()).singleElement().asString().contains("your.env needs a line " + missing + "=");
        assertThat(root.resolve("compose/secrets")).doesNotExist();
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        var script = new ProcessBuilder(Stream.concat(Stream.of("compose/secrets.sh"), Stream.of(arguments))
                        .toList())
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("said").toFile());
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = script.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private String said() throws IOException {
        var file = root.resolve("said");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /// Those that the certificate of this place is for.
    private List<String> hosts(String place) throws IOException, CertificateException {
        try (var file = Files.newInputStream(
                root.resolve("compose/secrets").resolve(place).resolve("tls.crt"))) {
            var certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
            return certificate.getSubjectAlternativeNames().stream()
                    .map((Collection<?> name) ->
                            String.valueOf(List.copyOf(name).get(1)))
                    .toList();
        }
    }
}
