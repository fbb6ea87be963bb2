package thami.cohort.participation;

/// Only of whoever takes part can completion be recorded: not before, not after the seat was freed or the certificate
/// released.
public final class NotEnrolled extends CompletionRefused {

    private final Participation.State state;

    NotEnrolled(ParticipationId id, Participation.State state) {
        super(id.value() + ": " + state);
        this.state = state;
    }

    public Participation.State state() {
        return state;
    }
}
