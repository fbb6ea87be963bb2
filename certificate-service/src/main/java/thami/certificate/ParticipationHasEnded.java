package thami.certificate;

/// Withdrawal wins until the release.
public final class ParticipationHasEnded extends Refused {

    ParticipationHasEnded(EntitlementId id) {
        super("participation " + id.value() + " has ended");
    }
}
