package thami.cohort.intake;

/// The decision does not fit how things stand, for instance an admission of somebody who has withdrawn.
public final class StandsOtherwise extends RuntimeException {

    private final Standing standing;

    StandsOtherwise(CandidateId id, Standing standing) {
        super(id.value() + ": " + standing);
        this.standing = standing;
    }

    public Standing standing() {
        return standing;
    }
}
