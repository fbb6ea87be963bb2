package thami.certificate;

/// A certificate is not prepared or not released, and which rule says so.
public abstract sealed class Refused extends RuntimeException
        permits AlreadyReleased, CannotIssue, NotReady, ParticipationHasEnded, PreviewOutdated, SecondPersonNeeded {

    Refused(String message) {
        super(message);
    }
}
