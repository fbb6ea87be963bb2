package thami.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/// The secrets of this installation, one file each, named like the property it becomes; made once, readable by the
/// owner.
///
/// One folder per service, so that each process is given its own secrets and no other's.
record Secrets(Path folder) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String KAFKA = "thami.kafka.password";

    /// In letters that are safe in any locale of the machine: X.500 reads the pairs as UTF-8.

    void complete() {
        try {
            var statusKey = shared("thami.links.keys.status");
            var certificateKey = shared("thami.links.keys.certificate");
            for (var service : Component.SERVICES) {
                keep(service, KAFKA, random(24));
                keep(service, "thami.oidc.client-secret", random(32));
            }
            for (var service : List.of("registration-service", "notification-service")) {
                keep(service, "thami.links.keys.status", statusKey);
            }
            for (var service : List.of("certificate-service", "notification-service")) {
                keep(service, "thami.links.keys.certificate", certificateKey);
            }
            keep("platform", KAFKA, random(24));
            keep("platform", "thami.sample.password", random(9));
            sealKey();
        } catch (IOException e) {
            throw new Refusal("The secrets in %s cannot be written (%s): see to its rights and free space."
                    .formatted(folder, e.getMessage()));
        }
    }

    String samplePassword() {
        try {
            return Files.readString(folder.resolve("platform/thami.sample.password"));
        } catch (IOException e) {
            throw new Refusal("The secrets in %s are incomplete: ./thami reset begins anew.".formatted(folder));
        }
    }

    Path of(String service) {
        return folder.resolve(service);
    }

    /// Of a key that two services need: whichever has it, so that a folder that lost one half is made whole again.
    private String shared(String name) throws IOException {
        for (var service : Component.SERVICES) {
            var file = of(service).resolve(name);
            if (Files.exists(file)) return Files.readString(file);
        }
        var key = new byte[32];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private void sealKey() throws IOException {
        var password = keep("certificate-service", "thami.seal.password", random(24));
        if (Files.exists(of("certificate-service").resolve("thami.seal.keystore"))) return;
        var store = Files.createTempDirectory(folder, "seal").resolve("seal.p12");
        SealKey.make(store, password);
        keep(
                "certificate-service",
                "thami.seal.keystore",
                Base64.getEncoder().encodeToString(Files.readAllBytes(store)));
        Files.delete(store);
        Files.delete(store.getParent());
    }

    /// Writes the value unless there is one, and answers what is there now.
    private String keep(String owner, String name, String value) throws IOException {
        Home.createPrivate(of(owner));
        var file = of(owner).resolve(name);
        if (Files.exists(file) && Files.size(file) > 0) return Files.readString(file);
        Files.deleteIfExists(file);
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), Home.ownerOnly("rw-------"))) {
            channel.write(ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8)));
        }
        return value;
    }

    private static String random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
