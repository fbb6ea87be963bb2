package thami.cohort.intake;

/// What was seen of the decisions on a person is no longer all: there was another one meanwhile.
public final class DecidedMeanwhile extends RuntimeException {

    DecidedMeanwhile(CandidateId id) {
        super(id.value().toString());
    }
}
