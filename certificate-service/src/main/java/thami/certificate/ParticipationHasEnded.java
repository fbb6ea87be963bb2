package thami.certificate;

/// Withdrawal wins until the release.
public final class ParticipationHasEnded extends RuntimeException {

    ParticipationHasEnded(EntitlementId id) {
        super("participation " + id.value() + " has ended");
    }
}
