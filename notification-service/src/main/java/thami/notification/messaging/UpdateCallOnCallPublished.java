package thami.notification.messaging;

import org.springframework.stereotype.Component;
import thami.delivery.Fact;
import thami.notification.UpdateCall;

/// Nobody can have applied yet, so nobody is told.
@Component
class UpdateCallOnCallPublished {

    private final UpdateCall call;

    UpdateCallOnCallPublished(UpdateCall call) {
        this.call = call;
    }

    void on(Fact<CallState> fact) {
        call.update(CallState.news(fact));
    }
}
