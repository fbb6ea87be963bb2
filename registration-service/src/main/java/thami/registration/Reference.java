package thami.registration;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// What a person names on the telephone: `K7QM3-XR9TW`. It opens nothing, and leads neither to the
/// application's id nor to the next person's reference.
///
/// Ten characters (50 bits) of a hash of the application's id, in Crockford's base 32, which has no I, L, O
/// and U.
public record Reference(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;

    static Reference of(ApplicationId id) {
        var bits = ByteBuffer.wrap(sha256(id)).getLong();
        var text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i == LENGTH / 2) text.append('-');
            text.append(ALPHABET.charAt((int) (bits >>> (64 - 5 * (i + 1))) & 31));
        }
        return new Reference(text.toString());
    }

    private static byte[] sha256(ApplicationId id) {
        var uuid = ByteBuffer.allocate(16)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits());
        try {
            return MessageDigest.getInstance("SHA-256").digest(uuid.array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
