package thami.notification.messaging;

import java.time.LocalDate;
import java.util.UUID;
import thami.notification.CallId;
import thami.notification.TimeAndPlace;

/// Of a call, published or changed: both carry the full state, so an older one adds nothing.
record CallState(UUID callId, CallTitle title, boolean sample, LocalDate startsOn, LocalDate endsOn, String place) {

    CallId call() {
        return new CallId(callId);
    }

    TimeAndPlace when() {
        return new TimeAndPlace(startsOn, endsOn, place);
    }
}
