package thami.notification.messaging;

import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.delivery.Fact;
import thami.notification.CallId;
import thami.notification.UpdateCall;

/// Published or changed: both carry the full state, so both are read alike and an older one adds nothing.
@Component
class UpdateCallOnCallPublished {

    private final UpdateCall call;

    UpdateCallOnCallPublished(UpdateCall call) {
        this.call = call;
    }

    void on(Fact<CallPublished> fact) {
        var published = fact.view();
        call.update(new CallId(published.callId()), published.title().title(), published.sample(), fact.sequence());
    }

    record CallPublished(UUID callId, CallTitle title, boolean sample) {}
}
