package thami.registration.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import thami.registration.Call;
import thami.registration.CallId;
import thami.registration.Calls;

/// The calls that can be applied to now or later, for programs.
@RestController
class CallController {

    private final Calls calls;
    private final Clock clock;

    CallController(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /// @param after the `next` of the page before
    @GetMapping("/api/calls")
    Page list(@RequestParam @Nullable UUID after, @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var now = clock.instant();
        var last = Optional.ofNullable(after).map(id -> announced(new CallId(id)));
        var found = calls.current(now, last, limit + 1); // one more tells whether there are more
        var items =
                found.stream().limit(limit).map(call -> CallView.of(call, now)).toList();
        return new Page(items, found.size() > limit ? items.getLast().id() : null);
    }

    /// Also one that has closed.
    @GetMapping("/api/calls/{id}")
    CallView show(@PathVariable UUID id) {
        return CallView.of(announced(new CallId(id)), clock.instant());
    }

    private Call announced(CallId id) {
        return calls.announced(id).orElseThrow(() -> new PageNotFound("call " + id));
    }

    record Page(List<CallView> items, @Nullable UUID next) {}

    /// @param closesAt the first instant at which it is, or was, too late
    record CallView(
            UUID id,
            Words title,
            ProgrammeView programme,
            List<String> targetGroups,
            Call.Phase phase,
            Instant opensAt,
            Instant closesAt,
            LocalDate startsOn,
            LocalDate endsOn,
            String place,
            @Nullable Fee fee,
            int seats,
            boolean sample) {

        static CallView of(Call call, Instant now) {
            var notice = call.notice();
            return new CallView(
                    call.id().value(),
                    new Words(notice.title().de(), notice.title().en()),
                    new ProgrammeView(
                            notice.programme().code(), notice.programme().title()),
                    notice.targetGroups(),
                    call.phase(now),
                    notice.opensAt(),
                    call.acceptsUntil(),
                    notice.startsOn(),
                    notice.endsOn(),
                    notice.place(),
                    notice.fee() == null
                            ? null
                            : new Fee(notice.fee().amount(), notice.fee().currency()),
                    notice.seats(),
                    notice.sample());
        }
    }

    record Words(String de, String en) {}

    record ProgrammeView(String code, String title) {}

    record Fee(BigDecimal amount, String currency) {}
}
