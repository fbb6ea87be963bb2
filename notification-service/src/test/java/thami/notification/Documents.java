package thami.notification;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// One document of every kind and state, as it is stored.
public final class Documents {

    private Documents() {}

    public static Map<String, Object> all() {
        var all = new TreeMap<String, Object>();
        for (var state : Notification.State.values())
            all.put("notification-" + state.name().toLowerCase(java.util.Locale.ROOT), notification(state));
        all.put("notification-resent", resent());
        all.put("notification-unclear", unclear());
        all.put(
                "notification-certificate",
                about(new Occasion.CertificateIssued(Samples.CERTIFICATE, "BEJSPZ-KE7Q4M-2K9TXY", Samples.NOON)));
        all.put("notification-waitlisted", about(new Occasion.Waitlisted(Samples.TITLE, 3, Samples.NOON)));
        all.put("recipient-known", Samples.sule());
        all.put("recipient-awaited", Recipient.awaited(Samples.SULE));
        all.put("recipient-withdrawn", Samples.withdrawn(Samples.PERSON));
        all.put("notification-moved", about(new Occasion.CohortMoved(Samples.WHEN, Samples.NOON)));
        all.put("notification-cancelled", about(new Occasion.CohortCancelled(Samples.NOON)));
        all.put("call", asStoredBeforeItsTimeWasKept());
        all.put("call-scheduled", Samples.call());
        all.put("call-cancelled", Samples.cancelledCall());
        return all;
    }

    private static Call asStoredBeforeItsTimeWasKept() {
        var call = Call.unheardOf(Samples.CALL);
        call.update(new CallNews(Samples.CALL, Samples.TITLE, true, null, 1));
        return call;
    }

    private static Notification notification(Notification.State state) {
        return Samples.in(state, Samples.id(1), Samples.SULE, Samples.ADMITTED);
    }

    private static Notification about(Occasion occasion) {
        return Samples.in(Notification.State.WAITING, Samples.id(1), Samples.SULE, occasion);
    }

    private static Notification unclear() {
        var notification = notification(Notification.State.SENDING);
        notification.record(1, new Delivery.Unclear("Read timed out"), Samples.NOON);
        return notification;
    }

    private static Notification resent() {
        var notification = notification(Notification.State.SENT);
        notification.resend(Samples.STAFF, "Im Spam gelandet", Samples.NOON.plus(Duration.ofHours(1)));
        return notification;
    }
}
