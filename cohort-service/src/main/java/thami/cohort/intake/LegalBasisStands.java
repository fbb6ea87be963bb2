package thami.cohort.intake;

/// The certificate will rest on this very basis already.
public final class LegalBasisStands extends RuntimeException {

    LegalBasisStands(CandidateId id, LegalBasis basis) {
        super(id.value() + ": " + basis);
    }
}
