package thami.cohort.intake;

/// Nobody has applied under this id, or word of it has not come in yet.
public final class NoSuchCandidate extends RuntimeException {

    public NoSuchCandidate(CandidateId id) {
        super(id.value().toString());
    }
}
