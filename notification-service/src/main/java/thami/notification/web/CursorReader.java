package thami.notification.web;

import java.time.Instant;
import java.util.UUID;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;
import thami.notification.NotificationId;
import thami.notification.Notifications.Position;

/// Reads the parameter `after` as [Cursor] writes it, and nothing else.
@Component
class CursorReader implements Converter<String, Cursor> {

    @Override
    public Cursor convert(String text) {
        var parts = text.split("_", 2);
        if (parts.length < 2) throw new IllegalArgumentException("not a place in the list");
        var id = UUID.fromString(parts[1]);
        var cursor = new Cursor(new Position(Instant.ofEpochMilli(Long.parseLong(parts[0])), new NotificationId(id)));
        if (!cursor.toString().equals(text)) throw new IllegalArgumentException("not a place in the list");
        return cursor;
    }
}
