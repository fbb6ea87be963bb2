package thami.registration;

import java.util.List;
import java.util.Optional;

/// All applications.
public interface Applications {

    Optional<Application> findById(ApplicationId id);

    /// @throws org.springframework.dao.OptimisticLockingFailureException if it was changed since it was loaded
    Application save(Application application);

    /// The stored one: this one, or the one that was first under its id.
    Application addIfAbsent(Application application);

    /// All that came from this mailbox; see [Applicant#mailbox()].
    List<Application> findByMailbox(String mailbox);

    List<Application> findByReference(Reference reference);
}
