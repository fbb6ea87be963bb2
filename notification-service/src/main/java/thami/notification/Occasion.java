package thami.notification;

import java.time.Instant;

/// Why somebody is written to: one fact, reduced to what its mail says. Internal reasons are not among it.
public sealed interface Occasion {

    /// When the fact happened.
    Instant at();

    record ApplicationReceived(Instant at) implements Occasion {}

    record StatusLinkRenewed(Instant at) implements Occasion {}

    record ApplicationWithdrawn(Instant at) implements Occasion {}

    record Admitted(Title call, Instant at) implements Occasion {}

    record Waitlisted(Title call, int position, Instant at) implements Occasion {}

    record Declined(Title call, Instant at) implements Occasion {}

    record DecisionUndone(Title call, Instant at) implements Occasion {}

    record CertificateIssued(CertificateId certificate, String number, Instant at) implements Occasion {}

    /// The occasion's name in lists and texts.
    default String name() {
        return switch (this) {
            case ApplicationReceived _ -> "received";
            case StatusLinkRenewed _ -> "link-renewed";
            case ApplicationWithdrawn _ -> "withdrawn";
            case Admitted _ -> "admitted";
            case Waitlisted _ -> "waitlisted";
            case Declined _ -> "declined";
            case DecisionUndone _ -> "undone";
            case CertificateIssued _ -> "certificate";
        };
    }
}
