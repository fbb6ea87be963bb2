package thami.notification;

import org.jspecify.annotations.Nullable;

/// A notification that can be sent now, or could be when this was said.
///
/// @param stored as it lay in the store then, if whoever says so has just stored it
public record Due(NotificationId id, @Nullable Notification stored) {

    public static Due stored(Notification notification) {
        return new Due(notification.id(), notification);
    }

    public static Due found(NotificationId id) {
        return new Due(id, null);
    }
}
