package thami.registration;

import java.time.Clock;
import org.springframework.stereotype.Service;

/// Lets the applicant step back, at any time before the certificate. Doing so twice is doing it once.
@Service
public class WithdrawApplication {

    private final Applications applications;
    private final Clock clock;

    WithdrawApplication(Applications applications, Clock clock) {
        this.applications = applications;
        this.clock = clock;
    }

    /// @throws NoSuchApplication if there is none
    /// @throws AlreadyCertified if it is too late
    public Application withdraw(ApplicationId id) {
        var application = applications.findById(id).orElseThrow(() -> new NoSuchApplication(id));
        application.withdraw(clock.instant());
        return application.raised().isEmpty() ? application : applications.save(application);
    }
}
