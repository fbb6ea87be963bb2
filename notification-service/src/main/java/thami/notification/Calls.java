package thami.notification;

import java.util.Optional;

/// The calls that mails may name.
public interface Calls {

    Optional<Call> findById(CallId id);

    /// @throws org.springframework.dao.OptimisticLockingFailureException if somebody else changed it meanwhile
    Call save(Call call);
}
