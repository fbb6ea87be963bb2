package thami.cohort.planning;

/// The key belongs to a cohort that was planned differently.
public final class KeyReused extends RuntimeException {

    KeyReused(CohortId id) {
        super(id.value().toString());
    }
}
