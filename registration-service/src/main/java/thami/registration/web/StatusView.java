package thami.registration.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import thami.registration.Application;

/// What the link of an application shows to its holder: no address and nothing internal.
record StatusView(
        String reference,
        UUID callId,
        String name,
        Application.Status status,
        boolean canBeWithdrawn,
        List<MilestoneView> timeline) {

    static StatusView of(Application application) {
        return new StatusView(
                application.reference().value(),
                application.call().value(),
                application.applicant().name(),
                application.status(),
                application.canBeWithdrawn(),
                MilestoneView.of(application));
    }

    /// @param position on the waiting list at that moment
    record MilestoneView(String what, Instant at, @Nullable Integer position) {

        static List<MilestoneView> of(Application application) {
            return application.timeline().stream()
                    .map(each -> new MilestoneView(each.kind().name(), each.at(), each.position()))
                    .toList();
        }
    }
}
