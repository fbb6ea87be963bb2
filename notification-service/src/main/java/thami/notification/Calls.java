package thami.notification;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The calls that mails may name.
public interface Calls {

    Optional<Call> findById(CallId id);

    List<Call> findByIdIn(Collection<CallId> ids);

    /// @throws org.springframework.dao.OptimisticLockingFailureException if somebody else changed it meanwhile
    Call save(Call call);
}
