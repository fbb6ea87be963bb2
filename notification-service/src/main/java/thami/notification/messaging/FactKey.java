package thami.notification.messaging;

import thami.delivery.Fact;
import thami.notification.NotificationId;

/// One notification per fact, whatever its view is.
final class FactKey {

    private FactKey() {}

    static NotificationId of(String type, Fact<?> fact) {
        return NotificationId.ofFact(type, fact.subject().toString(), fact.sequence());
    }
}
