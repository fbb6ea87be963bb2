package thami.registration;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Remembers that a certificate was issued, to show it.
@Service
public class NoteCertificate {

    private final Applications applications;

    NoteCertificate(Applications applications) {
        this.applications = applications;
    }

    /// @throws NoSuchApplication if there is none; every certificate follows an application
    public void note(ApplicationId id, UUID certificate, Instant at) {
        var application = applications.findById(id).orElseThrow(() -> new NoSuchApplication(id));
        if (application.noteCertificate(certificate, at)) applications.save(application);
    }
}
