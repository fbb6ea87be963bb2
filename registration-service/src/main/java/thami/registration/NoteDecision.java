package thami.registration;

import org.springframework.stereotype.Service;

/// Remembers what was decided about an application, to show it.
@Service
public class NoteDecision {

    private final Applications applications;

    NoteDecision(Applications applications) {
        this.applications = applications;
    }

    /// @throws NoSuchApplication if there is none; every decision follows an application
    public void note(ApplicationId id, Decision decision) {
        var application = applications.findById(id).orElseThrow(() -> new NoSuchApplication(id));
        if (application.note(decision)) applications.save(application);
    }
}
