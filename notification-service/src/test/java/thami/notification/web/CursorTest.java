package thami.notification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thami.notification.Notifications.Position;
import thami.notification.Samples;

class CursorTest {

    @Test
    void isReadAsItWasWritten() {
        var cursor = new Cursor(new Position(Samples.NOON, Samples.id(1)));

        assertThat(new CursorReader().convert(cursor.toString())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1_x", "x_9fff6c4f-ffd5-8039-8a54-69a4db86a789", "1_1-1-1-1-1", "_"})
    void isNothingElse(String text) {
        assertThatThrownBy(() -> new CursorReader().convert(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
