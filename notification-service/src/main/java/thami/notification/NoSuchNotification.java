package thami.notification;

public class NoSuchNotification extends RuntimeException {

    public NoSuchNotification(NotificationId id) {
        super("There is no notification " + id.value());
    }
}
