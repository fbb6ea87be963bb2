package thami.cohort.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import thami.cohort.StaffMember;

/// One entry in the history of an intake: what was decided about whom, by whom, when and why.
///
/// @param legalBasis given with an admission and with a change of its basis, and only then
/// @param reason internal; neither shown nor sent to the applicant
public record Decision(
        CandidateId candidate,
        Verdict verdict,
        @Nullable LegalBasis legalBasis,
        String reason,
        StaffMember by,
        Instant at) {

    public enum Verdict {
        ADMITTED,
        WAITLISTED,
        DECLINED,
        UNDONE,
        LEGAL_BASIS_CHANGED
    }

    /// The same person asking for the same once more: a form sent twice, or a request repeated after a lost answer.
    boolean repeats(Decision earlier) {
        return candidate.equals(earlier.candidate)
                && verdict == earlier.verdict
                && legalBasis == earlier.legalBasis
                && reason.equals(earlier.reason)
                && by.isSamePersonAs(earlier.by);
    }

    /// What is taken back with it: changing the basis is no seat of its own.
    Verdict undone() {
        return verdict == Verdict.LEGAL_BASIS_CHANGED ? Verdict.ADMITTED : verdict;
    }

    Standing standing() {
        return switch (verdict) {
            case ADMITTED, LEGAL_BASIS_CHANGED -> Standing.ADMITTED;
            case WAITLISTED -> Standing.WAITLISTED;
            case DECLINED -> Standing.DECLINED;
            case UNDONE -> Standing.WAITING;
        };
    }
}
