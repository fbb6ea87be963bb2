package thami.cohort.participation;

import java.util.UUID;
import thami.cohort.intake.CandidateId;
import thami.delivery.Identifier;

/// The id of the application that became this participation.
public record ParticipationId(UUID value) implements Identifier {

    static ParticipationId of(CandidateId candidate) {
        return new ParticipationId(candidate.value());
    }

    CandidateId candidate() {
        return new CandidateId(value);
    }
}
