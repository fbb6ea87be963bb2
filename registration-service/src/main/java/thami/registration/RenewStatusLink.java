package thami.registration;

import java.time.Clock;
import org.springframework.stereotype.Service;

/// Renews the links of every application that came from the mailbox for which that was asked.
///
/// A repeat changes nothing, since a link is not renewed twice in a row; so the request may be forgotten last.
@Service
public class RenewStatusLink {

    private final Applications applications;
    private final LinkRequests requests;
    private final Clock clock;

    RenewStatusLink(Applications applications, LinkRequests requests, Clock clock) {
        this.applications = applications;
        this.requests = requests;
        this.clock = clock;
    }

    public void renew(LinkRequest request) {
        applications.findByMailbox(request.mailbox()).forEach(this::renew);
        requests.delete(request);
    }

    private void renew(Application application) {
        application.renewLink(clock.instant());
        if (!application.raised().isEmpty()) applications.save(application);
    }
}
