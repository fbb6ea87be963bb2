package thami.notification.messaging;

import org.springframework.stereotype.Component;
import thami.delivery.Fact;
import thami.notification.NotifyOfMove;

/// Whoever hopes for a place hears of another time or place, and of nothing else that changes.
@Component
class NotifyOnCallChanged {

    static final String TYPE = "thami.cohort.call-changed.v1";

    private final NotifyOfMove notify;

    NotifyOnCallChanged(NotifyOfMove notify) {
        this.notify = notify;
    }

    void on(Fact<CallState> fact) {
        notify.of(CallState.news(fact), fact.time(), FactKey.of(TYPE, fact));
    }
}
