package thami.notification.persistence;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import thami.notification.Notification;
import thami.notification.Notifications;
import thami.notification.NotificationsTest;
import thami.notification.Recipient;
import thami.notification.Recipients;
import thami.notification.RecipientsTest;
import thami.notification.WithMailSink;
import thami.testing.ComponentTest;

/// The store keeps the promises that the fakes keep. Nothing is delivered meanwhile: no sender works here.
@ComponentTest
@org.springframework.test.context.TestPropertySource(
        properties = {"thami.notification.senders=0", "thami.notification.sweep-every=1h"})
class StoreTest implements WithMailSink {

    @Autowired
    MongoOperations mongo;

    @BeforeEach
    void empty() {
        mongo.remove(new Query(), Notification.class);
        mongo.remove(new Query(), Recipient.class);
    }

    @Nested
    class OfNotifications extends NotificationsTest {

        @Autowired
        Notifications notifications;

        @Override
        protected Notifications notifications() {
            return notifications;
        }
    }

    @Nested
    class OfRecipients extends RecipientsTest {

        @Autowired
        Recipients recipients;

        @Override
        protected Recipients recipients() {
            return recipients;
        }
    }
}
