package thami.cohort.participation;

import java.time.LocalDate;
import thami.cohort.planning.ModuleId;

/// The module is recorded with another date; that has to be taken back first.
public final class AlreadyCompleted extends CompletionRefused {

    private final LocalDate on;

    AlreadyCompleted(ParticipationId id, ModuleId module, LocalDate on) {
        super(id.value() + ": " + module.value() + " on " + on);
        this.on = on;
    }

    public LocalDate on() {
        return on;
    }
}
