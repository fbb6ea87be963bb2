package thami.notification;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Everybody we write to.
public interface Recipients {

    Optional<Recipient> findById(RecipientId id);

    Optional<Recipient> findByReference(String reference);

    List<Recipient> findByIdIn(Collection<RecipientId> ids);

    /// @throws org.springframework.dao.OptimisticLockingFailureException if somebody else changed it meanwhile
    Recipient save(Recipient recipient);
}
