package thami.registration;

import java.time.Clock;
import org.springframework.stereotype.Service;

/// Takes the wish for new links from anybody, without looking whether there is an application.
@Service
public class RequestStatusLink {

    private final LinkRequests requests;
    private final Clock clock;

    RequestStatusLink(LinkRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    public void request(String email) {
        requests.save(new LinkRequest(Applicant.mailboxOf(email), clock.instant()));
    }
}
