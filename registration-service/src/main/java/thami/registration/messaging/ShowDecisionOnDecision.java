package thami.registration.messaging;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import thami.delivery.Fact;
import thami.delivery.UnreadableRecord;
import thami.registration.ApplicationId;
import thami.registration.Decision;
import thami.registration.Decision.Outcome;
import thami.registration.NoSuchApplication;
import thami.registration.NoteDecision;

/// Shows the applicant what was decided. The internal reason and who decided are not even read.
@Component
class ShowDecisionOnDecision {

    private final NoteDecision note;

    ShowDecisionOnDecision(NoteDecision note) {
        this.note = note;
    }

    Consumer<Fact<Decided>> as(Outcome outcome) {
        return fact -> on(fact, outcome);
    }

    private void on(Fact<Decided> fact, Outcome outcome) {
        var decided = fact.view();
        var decision = new Decision(fact.sequence(), outcome, decided.decidedAt(), decided.position());
        try {
            note.note(new ApplicationId(decided.applicationId()), decision);
        } catch (NoSuchApplication unknown) {
            throw new UnreadableRecord("decides on an application that was never submitted here");
        }
    }

    /// @param position on the waiting list
    record Decided(
            UUID applicationId, Instant decidedAt, @Nullable Integer position) {}
}
