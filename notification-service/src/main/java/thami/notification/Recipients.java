package thami.notification;

import java.util.Optional;

/// Everybody we write to.
public interface Recipients {

    Optional<Recipient> findById(RecipientId id);

    Optional<Recipient> findByReference(String reference);

    /// @throws org.springframework.dao.OptimisticLockingFailureException if somebody else changed it meanwhile
    Recipient save(Recipient recipient);
}
