package thami.notification;

/// Only what had a final answer can be sent again.
public class StillOnItsWay extends RuntimeException {

    StillOnItsWay(NotificationId id) {
        super("Notification " + id.value() + " has no final answer yet");
    }
}
