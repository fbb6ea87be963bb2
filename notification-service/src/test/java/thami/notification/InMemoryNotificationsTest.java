package thami.notification;

class InMemoryNotificationsTest extends NotificationsTest {

    private final InMemoryNotifications notifications = new InMemoryNotifications();

    @Override
    protected Notifications notifications() {
        return notifications;
    }
}
