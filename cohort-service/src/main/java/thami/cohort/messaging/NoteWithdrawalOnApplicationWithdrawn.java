package thami.cohort.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.cohort.intake.CandidateId;
import thami.cohort.intake.NoteWithdrawal;
import thami.cohort.planning.CohortId;

/// A withdrawal always wins: intake and candidate take note, before or after whatever was decided.
@Component
class NoteWithdrawalOnApplicationWithdrawn {

    private final NoteWithdrawal withdrawal;

    NoteWithdrawalOnApplicationWithdrawn(NoteWithdrawal withdrawal) {
        this.withdrawal = withdrawal;
    }

    void on(ApplicationWithdrawn fact) {
        withdrawal.note(new CandidateId(fact.applicationId), new CohortId(fact.callId), fact.withdrawnAt);
    }

    record ApplicationWithdrawn(UUID applicationId, UUID callId, Instant withdrawnAt) {}
}
