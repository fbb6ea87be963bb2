package thami.registration;

import java.time.Clock;
import org.springframework.stereotype.Service;

/// Takes an application to an open call. A repeat is answered with the first, even after closing.
@Service
public class SubmitApplication {

    private final Calls calls;
    private final Applications applications;
    private final Clock clock;

    SubmitApplication(Calls calls, Applications applications, Clock clock) {
        this.calls = calls;
        this.applications = applications;
        this.clock = clock;
    }

    /// @throws NoSuchCall if it is not announced
    /// @throws CallNotOpen if one cannot apply to it now
    /// @throws NotATargetGroup if it is for others
    /// @throws KeyReused if something else was submitted under this id
    public Application submit(ApplicationId id, Submission sent) {
        var application = applications.findById(id).orElseGet(() -> receive(id, sent));
        if (!application.cameFrom(sent)) throw new KeyReused(id);
        return application;
    }

    private Application receive(ApplicationId id, Submission sent) {
        var call = calls.announced(sent.call()).orElseThrow(() -> new NoSuchCall(sent.call()));
        return applications.addIfAbsent(call.receive(id, sent, clock.instant()));
    }
}
