package thami.notification;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Sends a notification once more because staff have a reason to.
@Service
public class ResendNotification {

    private static final Logger log = LoggerFactory.getLogger(ResendNotification.class);

    private final Notifications notifications;
    private final Postbox postbox;
    private final Clock clock;

    ResendNotification(Notifications notifications, Postbox postbox, Clock clock) {
        this.notifications = notifications;
        this.postbox = postbox;
        this.clock = clock;
    }

    /// @throws StillOnItsWay before a final answer
    /// @throws NoSuchNotification if there is none
    /// @throws org.springframework.dao.OptimisticLockingFailureException if somebody else was faster
    public void resend(NotificationId id, StaffMember by, String reason) {
        var notification = notifications.findById(id).orElseThrow(() -> new NoSuchNotification(id));
        notification.resend(by, reason, clock.instant());
        var stored = notifications.save(notification);
        log.info("Notification {} is sent again by order of {}", id.value(), by.subject());
        postbox.put(stored);
    }
}
