package thami.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tokens that open a page for one person: the id and its generation, with an HMAC-SHA-256 over both and the purpose.
///
/// Nothing is stored: who knows the key can make and check them. Raising the generation makes older links
/// worthless (the caller compares it). Keys are `thami.links.keys.<purpose>`, base64 of at least 32 bytes; of
/// several, separated by commas, the first makes tokens and all of them check, so that a key can be replaced
/// while letters are on their way.
public final class Links {

    private static final int CONTENT = 16 + 4;
    private static final int SEAL = 16; // 128 of the 256 bits: RFC 2104 allows half, and the link stays short
    private static final int LENGTH = (CONTENT + SEAL) * 4 / 3;

    private final Map<String, List<SecretKeySpec>> keys;

    Links(Map<String, List<SecretKeySpec>> keys) {
        this.keys = Map.copyOf(keys);
    }

    /// Reads keys as they are configured: purpose to base64, several separated by commas.
    public static Links of(Map<String, String> keys) {
        var read = new java.util.HashMap<String, List<SecretKeySpec>>();
        keys.forEach((purpose, text) -> read.put(
                purpose,
                Stream.of(text.split(",")).map(key -> key(purpose, key.strip())).toList()));
        return new Links(read);
    }

    /// These links, for whoever will make or read such tokens. Called while a service starts, so that it does
    /// not, instead of finding out with the first token, when what it was for is already stored.
    public Links requiring(String... purposes) {
        Stream.of(purposes).forEach(this::keys);
        return this;
    }

    /// What a token says.
    public record Link(UUID id, int generation) {}

    /// 48 characters that fit into an address without escaping.
    public String token(String purpose, UUID id, int generation) {
        var content = content(id, generation);
        var token = ByteBuffer.allocate(CONTENT + SEAL)
                .put(content)
                .put(seal(keys(purpose).getFirst(), purpose, content));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /// What the token says, or nothing if it was not made with one of our keys for this very purpose.
    public Optional<Link> read(String purpose, String token) {
        var keys = keys(purpose);
        if (token.length() != LENGTH) return Optional.empty();
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        var content = Arrays.copyOf(bytes, CONTENT);
        var seal = Arrays.copyOfRange(bytes, CONTENT, bytes.length);
        if (keys.stream().noneMatch(key -> MessageDigest.isEqual(seal, seal(key, purpose, content)))) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(content);
        return Optional.of(new Link(new UUID(buffer.getLong(), buffer.getLong()), buffer.getInt()));
    }

    private List<SecretKeySpec> keys(String purpose) {
        var found = keys.get(purpose);
        if (found == null)
            throw new RefusedToStart(
                    "thami.links.keys.%s is not set (a file of this name in THAMI_SECRETS)".formatted(purpose));
        return found;
    }

    private static SecretKeySpec key(String purpose, String base64) {
        var bytes = Base64.getDecoder().decode(base64);
        if (bytes.length < 32) {
            throw new IllegalArgumentException("thami.links.keys." + purpose + " must be base64 of at least 32 bytes");
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    private static byte[] content(UUID id, int generation) {
        return ByteBuffer.allocate(CONTENT)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(generation)
                .array();
    }

    private static byte[] seal(SecretKeySpec key, String purpose, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(purpose.getBytes(UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(content), SEAL);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
