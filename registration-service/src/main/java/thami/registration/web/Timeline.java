package thami.registration.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import thami.registration.Application;
import thami.registration.Call;
import thami.registration.Milestone;

/// The way of an application in plain words: what happened, and what comes next.
@Component
class Timeline {

    private final Labels labels;
    private final Moments moments;

    Timeline(Labels labels, Moments moments) {
        this.labels = labels;
        this.moments = moments;
    }

    /// Whether nothing comes any more because the cohort has been cancelled.
    static boolean isCutOff(Application application, Optional<Call> call) {
        return application.canBeWithdrawn() && call.flatMap(Call::cancelledAt).isPresent();
    }

    List<Entry> of(Application application, Optional<Call> call) {
        var done = application.timeline().stream().map(this::done).toList();
        if (isCutOff(application, call)) return done;
        return switch (application.status()) {
            case SUBMITTED, WAITLISTED, ADMITTED ->
                Stream.concat(done.stream(), Stream.of(next(application))).toList();
            case DECLINED, WITHDRAWN, CERTIFIED -> done;
        };
    }

    private Entry done(Milestone step) {
        var key = "timeline." + step.kind().name();
        var position = step.position();
        var text = position == null ? labels.of(key + ".text") : labels.of(key + ".position", position);
        return new Entry(labels.of(key), moments.minute(step.at()), text.isEmpty() ? null : text, "done");
    }

    private Entry next(Application application) {
        return new Entry(labels.of("timeline.next." + application.status().name()), null, null, "next");
    }

    /// As the parts of web-defaults want it.
    record Entry(
            String title, @Nullable String when, @Nullable String text, String state) {}
}
