package thami.certificate;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.random.RandomGenerator;
import thami.delivery.Identifier;

/// The id of a certificate, chosen when its preview is prepared, so that releasing twice finds the first.
public record CertificateId(UUID value) implements Identifier {

    static CertificateId random(RandomGenerator random) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        bytes[6] = (byte) (bytes[6] & 0x0f | 0x40); // version 4
        bytes[8] = (byte) (bytes[8] & 0x3f | 0x80); // variant of RFC 9562
        var buffer = ByteBuffer.wrap(bytes);
        return new CertificateId(new UUID(buffer.getLong(), buffer.getLong()));
    }
}
