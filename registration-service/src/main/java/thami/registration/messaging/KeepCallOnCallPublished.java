package thami.registration.messaging;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import thami.delivery.Fact;
import thami.registration.CallId;
import thami.registration.CallNotice;
import thami.registration.KeepCall;
import thami.registration.Money;
import thami.registration.Programme;
import thami.registration.Text;

/// Shows a call as it was published or changed last. Both carry the full state: what is not newer is dropped.
@Component
class KeepCallOnCallPublished {

    private final KeepCall call;

    KeepCallOnCallPublished(KeepCall call) {
        this.call = call;
    }

    void on(Fact<CallPublished> fact) {
        call.announced(new CallId(fact.view().callId()), fact.view().notice(), fact.sequence());
    }

    record CallPublished(
            UUID callId,
            Bilingual title,
            ProgrammeVersion programme,
            List<String> targetGroups,
            Instant opensAt,
            Instant closesAt,
            LocalDate startsOn,
            LocalDate endsOn,
            String place,
            @Nullable Fee fee,
            int seats,
            boolean sample) {

        CallNotice notice() {
            return new CallNotice(
                    new Text(title.de(), title.en()),
                    new Programme(programme.code(), programme.title()),
                    targetGroups,
                    opensAt,
                    closesAt,
                    startsOn,
                    endsOn,
                    place,
                    fee == null ? null : new Money(fee.amount(), fee.currency()),
                    seats,
                    sample);
        }
    }

    record Bilingual(String de, String en) {}

    record ProgrammeVersion(String code, String title) {}

    record Fee(BigDecimal amount, String currency) {}
}
