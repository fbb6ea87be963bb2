package thami.notification.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.delivery.Fact;
import thami.notification.NotifyRecipient;
import thami.notification.Occasion;
import thami.notification.RecipientId;
import thami.notification.RenewLink;

/// From now on every mail carries the new link; this one is sent to say so.
@Component
class NotifyOnStatusLinkRenewed {

    static final String TYPE = "thami.registration.status-link-renewed.v1";

    private final RenewLink link;
    private final NotifyRecipient notify;

    NotifyOnStatusLinkRenewed(RenewLink link, NotifyRecipient notify) {
        this.link = link;
        this.notify = notify;
    }

    void on(Fact<StatusLinkRenewed> fact) {
        var renewed = fact.view();
        var recipient = new RecipientId(renewed.applicationId());
        link.renew(recipient, renewed.linkGeneration());
        notify.of(new Occasion.StatusLinkRenewed(renewed.renewedAt()), FactKey.of(TYPE, fact), recipient);
    }

    record StatusLinkRenewed(UUID applicationId, int linkGeneration, Instant renewedAt) {}
}
