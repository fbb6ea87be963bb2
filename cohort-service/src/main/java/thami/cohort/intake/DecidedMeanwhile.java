package thami.cohort.intake;

/// The decision that was to be taken back is no longer the last one.
public final class DecidedMeanwhile extends RuntimeException {

    DecidedMeanwhile(CandidateId id) {
        super(id.value().toString());
    }
}
