package thami.cohort.participation;

/// Nobody takes part under this id, or not in this cohort.
public final class NoSuchParticipation extends CompletionRefused {

    public NoSuchParticipation(ParticipationId id) {
        super(id.value().toString());
    }
}
