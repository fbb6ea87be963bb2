package thami.cohort.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import thami.cohort.StaffMember;
import thami.cohort.intake.Candidate;
import thami.cohort.intake.Decision;
import thami.cohort.intake.Intake;
import thami.cohort.intake.LegalBasis;
import thami.cohort.intake.Standing;

/// One case as JSON. How it stands comes from the intake itself, which knows before the candidate has heard.
record CandidateView(
        UUID id,
        UUID cohortId,
        String name,
        String reference,
        String targetGroup,
        @Nullable String organisation,
        @Nullable String occupation,
        Instant submittedAt,
        Standing status,
        @Nullable Integer position,
        @Nullable LegalBasis legalBasis,
        boolean certified,
        @Nullable Instant withdrawnAt,
        List<DecisionView> decisions,
        @Nullable List<LookAlike> lookAlikes) {

    static CandidateView of(Candidate candidate, Intake intake) {
        return of(candidate, intake, null);
    }

    static CandidateView of(Candidate candidate, Intake intake, @Nullable List<LookAlike> lookAlikes) {
        var applicant = candidate.applicant();
        return new CandidateView(
                candidate.id().value(),
                candidate.cohort().value(),
                applicant.name(),
                applicant.reference(),
                applicant.targetGroup(),
                applicant.organisation(),
                applicant.occupation(),
                applicant.submittedAt(),
                intake.standing(candidate.id()),
                intake.position(candidate.id()).orElse(null),
                intake.legalBasis(candidate.id()).orElse(null),
                candidate.isCertified(),
                candidate.withdrawnAt(),
                intake.decisionsOn(candidate.id()).stream()
                        .map(DecisionView::of)
                        .toList(),
                lookAlikes);
    }

    record DecisionView(
            Decision.Verdict decision,
            @Nullable LegalBasis legalBasis,
            String reason,
            DecidedBy decidedBy,
            Instant decidedAt) {

        static DecisionView of(Decision decision) {
            return new DecisionView(
                    decision.verdict(),
                    decision.legalBasis(),
                    decision.reason(),
                    DecidedBy.of(decision.by()),
                    decision.at());
        }
    }

    record DecidedBy(String issuer, String sub, String name, String role) {
        static DecidedBy of(StaffMember member) {
            return new DecidedBy(member.issuer(), member.subject(), member.name(), member.role());
        }
    }

    /// Somebody who may be the same person.
    record LookAlike(UUID id, String name, String reference, Standing status, boolean sameName, boolean sameMailbox) {
        static LookAlike of(Candidate other, Candidate candidate, Intake intake) {
            return new LookAlike(
                    other.id().value(),
                    other.applicant().name(),
                    other.applicant().reference(),
                    intake.standing(other.id()),
                    other.hasTheNameOf(candidate),
                    other.hasTheMailboxOf(candidate));
        }
    }
}
