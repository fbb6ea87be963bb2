package thami.registration.schedule;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import thami.delivery.StoreReadiness;
import thami.registration.LinkRequest;
import thami.registration.LinkRequests;
import thami.registration.RenewStatusLink;

/// Looks every second for requests that nobody has answered. Two instances that take the same one renew no
/// link twice: the second finds it just renewed.
@Component
class RenewStatusLinksWhenRequested {

    private static final Logger log = LoggerFactory.getLogger(RenewStatusLinksWhenRequested.class);

    private final LinkRequests requests;
    private final RenewStatusLink renewal;
    private final StoreReadiness store;

    RenewStatusLinksWhenRequested(LinkRequests requests, RenewStatusLink renewal, StoreReadiness store) {
        this.requests = requests;
        this.renewal = renewal;
        this.store = store;
    }

    @Scheduled(fixedDelayString = "${thami.registration.link-requests-every:1s}")
    void renew() {
        if (!store.isReady()) return;
        try {
            while (moreMayWaitBehind(requests.findTop100By())) {} // or the last of many would wait for minutes
        } catch (DataAccessException away) {
            log.warn("Requests for links wait: {}", away.getClass().getSimpleName());
        }
    }

    private boolean moreMayWaitBehind(List<LinkRequest> found) {
        var done = found.stream().filter(this::renewed).count();
        return found.size() == 100 && done > 0;
    }

    /// One that fails holds up none behind it.
    private boolean renewed(LinkRequest request) {
        try {
            renewal.renew(request);
            return true;
        } catch (RuntimeException stays) {
            log.warn(
                    "A request for links is left for the next look: {}",
                    stays.getClass().getSimpleName());
            return false;
        }
    }
}
