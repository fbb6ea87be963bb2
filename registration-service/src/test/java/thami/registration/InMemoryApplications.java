package thami.registration;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Proven to keep the same promises as the store by [ApplicationsTest].
final class InMemoryApplications implements Applications {

    private final ConcurrentMap<ApplicationId, Application> stored = new ConcurrentHashMap<>();

    @Override
    public Optional<Application> findById(ApplicationId id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public Application save(Application application) {
        stored.put(application.id(), application);
        return application;
    }

    @Override
    public Application addIfAbsent(Application application) {
        var first = stored.putIfAbsent(application.id(), application);
        return first == null ? application : first;
    }

    @Override
    public List<Application> findByMailbox(String mailbox) {
        return stored.values().stream()
                .filter(application -> application.applicant().mailbox().equals(mailbox))
                .toList();
    }

    @Override
    public List<Application> findByReference(Reference reference) {
        return stored.values().stream()
                .filter(application -> application.reference().equals(reference))
                .toList();
    }
}
