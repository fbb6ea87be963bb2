package thami.cohort.participation;

import java.time.Instant;
import java.time.LocalDate;
import thami.cohort.StaffMember;
import thami.cohort.planning.ModuleId;

/// What the certificate rests on: who takes part on which legal basis, and what was completed.
public sealed interface ParticipationEvent {

    /// Told again, in full, whenever something of it has changed.
    ///
    /// @param at when that was
    record ParticipantEnrolled(ParticipationId participation, Enrolment enrolment, Admission admission, Instant at)
            implements ParticipationEvent {}

    record ModuleCompleted(ParticipationId participation, ModuleId module, LocalDate on, StaffMember by, Instant at)
            implements ParticipationEvent {}

    record ModuleCompletionCorrected(
            ParticipationId participation, ModuleId module, String reason, StaffMember by, Instant at)
            implements ParticipationEvent {}

    record ParticipationEnded(ParticipationId participation, Because because, Instant at)
            implements ParticipationEvent {

        public enum Because {
            WITHDRAWN,
            UNDONE
        }
    }
}
