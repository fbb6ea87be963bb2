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

    /// What a fact leaves of a person's hope for a place: OVER until another decision, ENDED for good.
    enum Hope {
        OPEN,
        OVER,
        ENDED,
        AS_BEFORE
    }

    default Hope hope() {
        return switch (this) {
            case ApplicationReceived _, Admitted _, Waitlisted _, DecisionUndone _ -> Hope.OPEN;
            case Declined _ -> Hope.OVER;
            case ApplicationWithdrawn _, CohortCancelled _, CertificateIssued _ -> Hope.ENDED;
            case StatusLinkRenewed _, CohortMoved _ -> Hope.AS_BEFORE;
        };
    }

    /// Whether it is nothing to somebody who has withdrawn: who decided, or moved the cohort, may not have known.
    default boolean isVoidOnceWithdrawn() {
        return switch (this) {
            case Admitted _, Waitlisted _, Declined _, DecisionUndone _, CohortMoved _ -> true;
            case ApplicationReceived _,
                    StatusLinkRenewed _,
                    ApplicationWithdrawn _,
                    CohortCancelled _,
                    CertificateIssued _ -> false;
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
