package thami.registration.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.registration.CallId;
import thami.registration.KeepCall;

/// A closed call takes no more applications, whatever its window says.
@Component
class CloseCallOnCallClosed {

    private final KeepCall call;

    CloseCallOnCallClosed(KeepCall call) {
        this.call = call;
    }

    void on(CallClosed fact) {
        call.closed(new CallId(fact.callId()), fact.closedAt());
    }

    record CallClosed(UUID callId, Instant closedAt) {}
}
