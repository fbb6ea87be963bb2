package thami.cohort.planning;

/// Curriculum, rules and programme of a published cohort stand: people applied to them.
public final class FoundationsStand extends RuntimeException {

    FoundationsStand(CohortId id) {
        super(id.value().toString());
    }
}
