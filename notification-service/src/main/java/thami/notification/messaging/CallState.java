package thami.notification.messaging;

import java.time.LocalDate;
import java.util.UUID;
import thami.delivery.Fact;
import thami.notification.CallId;
import thami.notification.CallNews;
import thami.notification.TimeAndPlace;

/// Of a call, published or changed: both carry the full state, so an older one adds nothing.
record CallState(UUID callId, CallTitle title, boolean sample, LocalDate startsOn, LocalDate endsOn, String place) {

    static CallNews news(Fact<CallState> fact) {
        var call = fact.view();
        var when = new TimeAndPlace(call.startsOn, call.endsOn, call.place);
        return new CallNews(new CallId(call.callId), call.title.title(), call.sample, when, fact.sequence());
    }
}
