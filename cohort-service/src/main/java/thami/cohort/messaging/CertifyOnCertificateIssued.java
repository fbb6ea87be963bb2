package thami.cohort.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.cohort.intake.CandidateId;
import thami.cohort.intake.FollowIntake;
import thami.cohort.participation.EndParticipation;
import thami.cohort.participation.ParticipationId;

/// Once the certificate is released, neither the decision nor what was completed is changed any more.
@Component
class CertifyOnCertificateIssued {

    private final FollowIntake candidates;
    private final EndParticipation participations;

    CertifyOnCertificateIssued(FollowIntake candidates, EndParticipation participations) {
        this.candidates = candidates;
        this.participations = participations;
    }

    void on(CertificateIssued fact) {
        candidates.certified(new CandidateId(fact.participationId), fact.issuedAt);
        participations.certified(new ParticipationId(fact.participationId), fact.issuedAt);
    }

    record CertificateIssued(UUID participationId, Instant issuedAt) {}
}
