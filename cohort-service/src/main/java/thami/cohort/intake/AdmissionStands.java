package thami.cohort.intake;

/// In a cancelled cohort nobody can be admitted again, so whoever was admitted stays so and keeps what was completed.
public final class AdmissionStands extends RuntimeException {

    AdmissionStands(CandidateId id) {
        super(id.value().toString());
    }
}
