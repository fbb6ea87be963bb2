package thami.notification;

/// Where a notification is put that can be sent at once. A hint only: what gets lost here is found by its time.
public interface Postbox {

    void put(NotificationId due);
}
