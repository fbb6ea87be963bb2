package thami.cohort.intake;

import java.time.Instant;
import thami.cohort.StaffMember;
import thami.cohort.intake.Decision.Verdict;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.Title;

/// What an intake decided. Seats are counted by these events alone.
public sealed interface IntakeEvent {

    record ApplicationAdmitted(
            CohortId cohort,
            Title title,
            CandidateId candidate,
            LegalBasis basis,
            String reason,
            StaffMember by,
            Instant at)
            implements IntakeEvent {}

    /// @param position on the waiting list that day; 1 is next
    record ApplicationWaitlisted(
            CohortId cohort,
            Title title,
            CandidateId candidate,
            int position,
            String reason,
            StaffMember by,
            Instant at)
            implements IntakeEvent {}

    record ApplicationDeclined(
            CohortId cohort, Title title, CandidateId candidate, String reason, StaffMember by, Instant at)
            implements IntakeEvent {}

    record DecisionUndone(
            CohortId cohort,
            Title title,
            CandidateId candidate,
            Verdict undone,
            String reason,
            StaffMember by,
            Instant at)
            implements IntakeEvent {}

    /// All about the seat that the person keeps, so that it stands for itself.
    record LegalBasisChanged(
            CohortId cohort,
            CandidateId candidate,
            LegalBasis basis,
            StaffMember admittedBy,
            Instant admittedAt,
            String reason,
            StaffMember by,
            Instant at)
            implements IntakeEvent {}

    record SeatFreed(CohortId cohort, CandidateId candidate, Because because, Instant at) implements IntakeEvent {

        public enum Because {
            WITHDRAWN,
            UNDONE
        }
    }
}
