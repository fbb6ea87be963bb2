package thami.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A key to seal samples with, which says in its name that it is no seal: whoever issues real certificates brings
/// theirs.
public final class SealKey {

    private static final String NAME = "CN=ThAMI Testschl\\C3\\BCssel \\E2\\80\\93 kein Siegel nach eIDAS";

    /// @param store where it is put, as PKCS#12 under the alias `seal`
    public static void make(Path store, String password) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "seal",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-sigalg",
                "SHA256withECDSA",
                "-dname",
                NAME,
                "-validity",
                "1095",
                "-ext",
                "KeyUsage:critical=digitalSignature,nonRepudiation",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:env",
                "THAMI_SEAL_PASSWORD");
        builder.environment().put("THAMI_SEAL_PASSWORD", password);
        var process = builder.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) throw new IOException("no test key could be made: " + output.strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private SealKey() {}
}
