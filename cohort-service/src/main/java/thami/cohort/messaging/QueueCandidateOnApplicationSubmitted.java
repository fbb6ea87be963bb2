package thami.cohort.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import thami.cohort.intake.Applicant;
import thami.cohort.intake.CandidateId;
import thami.cohort.intake.QueueCandidate;
import thami.cohort.participation.EnrolParticipant;
import thami.cohort.participation.ParticipationId;
import thami.cohort.planning.CohortId;

/// A new application waits in the queue of its call. A repeat finds its candidate already there.
@Component
class QueueCandidateOnApplicationSubmitted {

    private final QueueCandidate queue;
    private final EnrolParticipant enrol;

    QueueCandidateOnApplicationSubmitted(QueueCandidate queue, EnrolParticipant enrol) {
        this.queue = queue;
        this.enrol = enrol;
    }

    void on(ApplicationSubmitted fact) {
        queue.queue(new CandidateId(fact.applicationId), new CohortId(fact.callId), fact.applicant(), fact.email);
        enrol.named(new ParticipationId(fact.applicationId));
    }

    /// The address is looked at once, for its likeness, and not kept.
    record ApplicationSubmitted(
            UUID applicationId,
            UUID callId,
            String name,
            String email,
            String targetGroup,
            @Nullable String organisation,
            @Nullable String occupation,
            String reference,
            Instant submittedAt) {

        Applicant applicant() {
            return new Applicant(name, targetGroup, organisation, occupation, reference, submittedAt);
        }
    }
}
