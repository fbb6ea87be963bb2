package thami.notification.web;

import java.time.Instant;
import java.util.UUID;
import thami.notification.NotificationId;
import thami.notification.Notifications.Position;

/// A place in the list as it stands in an address: `1737288000000_9fff6c4f-ffd5-8039-8a54-69a4db86a789`.
record Cursor(Position position) {

    /// How Spring makes one of a parameter.
    public static Cursor valueOf(String text) {
        var parts = text.split("_", 2);
        if (parts.length < 2) throw new IllegalArgumentException("not a place in the list");
        var id = UUID.fromString(parts[1]);
        return new Cursor(new Position(Instant.ofEpochMilli(Long.parseLong(parts[0])), new NotificationId(id)));
    }

    @Override
    public String toString() {
        return position.happenedAt().toEpochMilli() + "_" + position.id().value();
    }
}
