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

/// Whoever was admitted takes part on another legal basis. The fact says all that the admission said, so it stands for
/// it, should that have been put aside.
@Component
class EnrolAnewOnLegalBasisChanged {

    private final FollowIntake follow;
    private final EnrolParticipant enrol;

    EnrolAnewOnLegalBasisChanged(FollowIntake follow, EnrolParticipant enrol) {
        this.follow = follow;
        this.enrol = enrol;
    }

    void on(Fact<LegalBasisChanged> fact) {
        var changed = fact.view();
        follow.decided(new CandidateId(changed.applicationId), Standing.ADMITTED, fact.sequence());
        enrol.admitted(
                new ParticipationId(changed.applicationId),
                new CohortId(changed.callId),
                changed.admission(),
                fact.sequence());
    }

    record LegalBasisChanged(
            UUID callId,
            UUID applicationId,
            LegalBasis legalBasis,
            Wire.Person admittedBy,
            Instant admittedAt,
            Wire.Person decidedBy,
            Instant decidedAt) {

        Admission admission() {
            var rebased = new Admission.Rebased(decidedBy.recorder(), decidedAt);
            return new Admission(legalBasis, admittedBy.recorder(), admittedAt, rebased);
        }
    }
}
