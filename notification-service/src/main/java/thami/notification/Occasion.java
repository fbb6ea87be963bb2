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

    record CohortMoved(TimeAndPlace to, Instant at) implements Occasion {}

    record CohortCancelled(Instant at) implements Occasion {}

    record CertificateIssued(CertificateId certificate, String number, Instant at) implements Occasion {}

    /// What a fact leaves of a person's hope for a place.
    enum Hope {
        OPEN,
        OVER,
        AS_BEFORE
    }

    default Hope hope() {
        return switch (this) {
            case ApplicationReceived _, Admitted _, Waitlisted _, DecisionUndone _ -> Hope.OPEN;
            case ApplicationWithdrawn _, Declined _, CohortCancelled _, CertificateIssued _ -> Hope.OVER;
            case StatusLinkRenewed _, CohortMoved _ -> Hope.AS_BEFORE;
        };
    }

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
            case CohortMoved _ -> "moved";
            case CohortCancelled _ -> "cancelled";
            case CertificateIssued _ -> "certificate";
        };
    }
}
