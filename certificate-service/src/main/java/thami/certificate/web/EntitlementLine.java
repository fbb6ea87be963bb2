package thami.certificate.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import thami.certificate.Bilingual;
import thami.certificate.EntitlementSummary;

/// A line of the list.
///
/// @param name absent as long as the enrolment has not arrived
/// @param number of the certificate, once it was released
/// @param contradicted released, and what was reported since says otherwise; the certificate stands
record EntitlementLine(
        UUID id,
        String state,
        @Nullable String name,
        @Nullable Bilingual cohort,
        boolean sample,
        List<MissingView> missing,
        @Nullable String number,
        boolean contradicted) {

    static EntitlementLine of(EntitlementSummary summary) {
        var enrolment = summary.enrolment();
        var release = summary.release();
        return new EntitlementLine(
                summary.id().value(),
                summary.state().name(),
                enrolment == null ? null : enrolment.name(),
                enrolment == null ? null : enrolment.cohortTitle(),
                enrolment != null && enrolment.sample(),
                summary.missing().stream().map(MissingView::of).toList(),
                release == null ? null : release.number().grouped(),
                summary.contradicted());
    }
}
