package thami.notification.messaging;

import thami.notification.Title;

/// A call's title as cohort-service sends it.
record CallTitle(String de, String en) {

    Title title() {
        return new Title(de, en);
    }
}
