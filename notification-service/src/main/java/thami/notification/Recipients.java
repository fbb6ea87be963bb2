package thami.notification;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;

/// Everybody we write to.
public interface Recipients {

    Optional<Recipient> findById(RecipientId id);

    Optional<Recipient> findByReference(String reference);

    List<Recipient> findByIdIn(Collection<RecipientId> ids);

    /// Everybody known who has applied to it.
    List<Recipient> findByCall(CallId call);

    /// @throws org.springframework.dao.OptimisticLockingFailureException if somebody else changed it meanwhile
    Recipient save(Recipient recipient);

    /// The stored one: this one, or the one that was first under its id.
    default Recipient addIfAbsent(Recipient recipient) {
        try {
            return save(recipient);
        } catch (DuplicateKeyException taken) {
            return findById(recipient.id()).orElseThrow(() -> taken);
        }
    }
}
