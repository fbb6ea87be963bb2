package thami.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private @TempDir Path folder;

    @Test
    void areMadeOnceAndAreTheOwnersAlone() throws Exception {
        new Secrets(folder).complete();
        var first = contents();
        new Secrets(folder).complete();

        assertThat(contents()).isEqualTo(first);
        for (var file : first.keySet()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void twoServicesShareTheKeyOfALinkAndNoPassword() throws Exception {
        new Secrets(folder).complete();

        assertThat(secret("registration-service", "thami.links.keys.status"))
                .isEqualTo(secret("notification-service", "thami.links.keys.status"));
        assertThat(secret("registration-service", "thami.kafka.password"))
                .isNotEqualTo(secret("cohort-service", "thami.kafka.password"));
    }

    @Test
    void theSealSaysThatItIsATestKey() throws Exception {
        new Secrets(folder).complete();
        var store = KeyStore.getInstance("PKCS12");
        var bytes = Base64.getDecoder().decode(secret("certificate-service", "thami.seal.keystore"));
        store.load(
                new ByteArrayInputStream(bytes),
                secret("certificate-service", "thami.seal.password").toCharArray());

        var certificate = (X509Certificate) store.getCertificate("seal");

        assertThat(certificate.getSubjectX500Principal().getName())
                .isEqualTo("CN=ThAMI Testschlüssel – kein Siegel nach eIDAS");
        assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("EC");
    }

    private String secret(String owner, String name) throws Exception {
        return Files.readString(folder.resolve(owner).resolve(name));
    }

    private Map<Path, String> contents() throws Exception {
        var contents = new HashMap<Path, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) contents.put(file, Files.readString(file));
        }
        return contents;
    }
}
