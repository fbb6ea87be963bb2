package thami.cohort.intake;

/// The certificate is released: it is too late to decide, or to take a decision back.
public final class AlreadyCertified extends RuntimeException {

    AlreadyCertified(CandidateId id) {
        super(id.value().toString());
    }
}
