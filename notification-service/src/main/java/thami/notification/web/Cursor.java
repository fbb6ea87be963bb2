package thami.notification.web;

import thami.notification.Notifications.Position;

/// A place in the list as it stands in an address: `1737288000000_9fff6c4f-ffd5-8039-8a54-69a4db86a789`.
record Cursor(Position position) {

    @Override
    public String toString() {
        return position.happenedAt().toEpochMilli() + "_" + position.id().value();
    }
}
