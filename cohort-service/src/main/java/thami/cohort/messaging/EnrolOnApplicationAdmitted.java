package thami.cohort.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.cohort.intake.CandidateId;
import thami.cohort.intake.FollowIntake;
import thami.cohort.intake.LegalBasis;
import thami.cohort.intake.Standing;
import thami.cohort.participation.Admission;
import thami.cohort.participation.EnrolParticipant;
import thami.cohort.participation.ParticipationId;
import thami.cohort.planning.CohortId;
import thami.delivery.Fact;

/// Whoever was admitted becomes a participant.
@Component
class EnrolOnApplicationAdmitted {

    private final FollowIntake follow;
    private final EnrolParticipant enrol;

    EnrolOnApplicationAdmitted(FollowIntake follow, EnrolParticipant enrol) {
        this.follow = follow;
        this.enrol = enrol;
    }

    void on(Fact<ApplicationAdmitted> fact) {
        var admitted = fact.view();
        follow.decided(new CandidateId(admitted.applicationId), Standing.ADMITTED, fact.sequence());
        enrol.admitted(
                new ParticipationId(admitted.applicationId),
                new CohortId(admitted.callId),
                admitted.admission(),
                fact.sequence());
    }

    record ApplicationAdmitted(
            UUID callId, UUID applicationId, LegalBasis legalBasis, Wire.Person decidedBy, Instant decidedAt) {

        Admission admission() {
            return new Admission(legalBasis, decidedBy.recorder(), decidedAt, null);
        }
    }
}
