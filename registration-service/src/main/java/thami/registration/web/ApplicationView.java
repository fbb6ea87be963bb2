package thami.registration.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import thami.registration.Application;
import thami.registration.web.StatusView.MilestoneView;

/// An application as staff see it.
record ApplicationView(
        UUID id,
        String reference,
        UUID callId,
        String name,
        String email,
        String language,
        String targetGroup,
        @Nullable String organisation,
        @Nullable String occupation,
        String privacyNoticeVersion,
        Instant submittedAt,
        Application.Status status,
        List<MilestoneView> timeline) {

    static ApplicationView of(Application application) {
        var by = application.applicant();
        return new ApplicationView(
                application.id().value(),
                application.reference().value(),
                application.call().value(),
                by.name(),
                by.email(),
                by.language().code(),
                by.targetGroup(),
                by.organisation(),
                by.occupation(),
                application.privacyNotice(),
                application.submittedAt(),
                application.status(),
                MilestoneView.of(application));
    }
}
