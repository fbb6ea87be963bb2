package thami.notification;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import thami.notification.Notifications.Position;
import thami.notification.Notifications.Selection;
import thami.notification.Occasion.ApplicationReceived;
import thami.notification.Occasion.Hope;

/// Everybody who still hopes for a place of a call, or has one: whom it concerns what becomes of its cohort.
///
/// Who that is, is decided by what was heard until then.
@Service
class Hopeful {

    private static final int AT_ONCE = 100;

    private final Recipients recipients;
    private final Notifications notifications;

    Hopeful(Recipients recipients, Notifications notifications) {
        this.recipients = recipients;
        this.notifications = notifications;
    }

    List<Recipient> of(CallId call) {
        return recipients.findByCall(call).stream().filter(this::isHoping).toList();
    }

    private boolean isHoping(Recipient recipient) {
        if (recipient.hasWithdrawn()) return false;
        var told = told(recipient);
        return told.stream().noneMatch(each -> each.hope() == Hope.ENDED)
                && told.stream()
                        .filter(each -> !(each instanceof ApplicationReceived)) // the first, whatever its clock says
                        .map(Occasion::hope)
                        .filter(hope -> hope != Hope.AS_BEFORE)
                        .findFirst()
                        .map(hope -> hope == Hope.OPEN)
                        .orElse(true); // not decided yet
    }

    /// All of it, the newest first: anybody can ask for so many links that the newest facts are nothing else.
    private List<Occasion> told(Recipient recipient) {
        return Stream.iterate(page(recipient, null), page -> !page.isEmpty(), page -> pageAfter(page, recipient))
                .flatMap(List::stream)
                .map(Notification::occasion)
                .toList();
    }

    private List<Notification> pageAfter(List<Notification> page, Recipient recipient) {
        if (page.size() < AT_ONCE) return List.of();
        var last = page.getLast();
        return page(recipient, new Position(last.happenedAt(), last.id()));
    }

    private List<Notification> page(Recipient recipient, @Nullable Position after) {
        return notifications.newest(new Selection(recipient.id(), null, after), AT_ONCE);
    }
}
