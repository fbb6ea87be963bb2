package thami.cohort.participation;

import java.util.UUID;
import thami.cohort.intake.CandidateId;
import thami.delivery.Identifier;

/// The id of the application that became this participation.
public record ParticipationId(UUID value) implements Identifier {

    CandidateId candidate() {
        return new CandidateId(value);
    }
}
