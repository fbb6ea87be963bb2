package thami.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import thami.delivery.Identifier;

/// The id of a notification, derived from the fact that it tells: the insert is the check that nobody is told
/// twice.
public record NotificationId(UUID value) implements Identifier {

    /// The type belongs to it because a call, its cohort and its intake share one id, and so do an application
    /// and its participation. Subject and sequence stay the same over every re-send, replay and repaired dead
    /// letter of a fact, while a second admission after an undo has a sequence of its own and is told again.
    public static NotificationId ofFact(String type, String subject, long sequence) {
        return new NotificationId(named(type + '\n' + subject + '\n' + sequence));
    }

    /// For one of many who are told the same fact.
    NotificationId to(RecipientId recipient) {
        return new NotificationId(named(value + "\n" + recipient.value()));
    }

    /// A UUID of version 8 (RFC 9562: made by us) from the SHA-256 of the name.
    private static UUID named(String name) {
        var hash = ByteBuffer.wrap(sha256(name));
        return new UUID(
                (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L,
                (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    private static byte[] sha256(String name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException(every); // every Java platform has it
        }
    }
}
