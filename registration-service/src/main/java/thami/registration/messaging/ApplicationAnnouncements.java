package thami.registration.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import thami.delivery.Announcement;
import thami.delivery.Announcements;
import thami.registration.ApplicationEvent;
import thami.registration.ApplicationEvent.ApplicationSubmitted;
import thami.registration.ApplicationEvent.ApplicationWithdrawn;
import thami.registration.ApplicationEvent.StatusLinkRenewed;

/// What registration-service tells the others about an application.
@Component
class ApplicationAnnouncements implements Announcements<ApplicationEvent> {

    @Override
    public String topic() {
        return "registration.applications.v1";
    }

    @Override
    public Announcement of(ApplicationEvent event) {
        return switch (event) {
            case ApplicationSubmitted submitted ->
                new Announcement(
                        "thami.registration.application-submitted.v1", submitted.at(), SubmittedV1.of(submitted));
            case ApplicationWithdrawn(var id, var call, var at) ->
                new Announcement(
                        "thami.registration.application-withdrawn.v1",
                        at,
                        new WithdrawnV1(id.value(), call.value(), at));
            case StatusLinkRenewed(var id, var generation, var at) ->
                new Announcement(
                        "thami.registration.status-link-renewed.v1", at, new RenewedV1(id.value(), generation, at));
        };
    }

    record SubmittedV1(
            UUID applicationId,
            UUID callId,
            String name,
            String email,
            String language,
            String targetGroup,
            @Nullable String organisation,
            @Nullable String occupation,
            String privacyNoticeVersion,
            int linkGeneration,
            String reference,
            Instant submittedAt) {

        static SubmittedV1 of(ApplicationSubmitted event) {
            var by = event.by();
            return new SubmittedV1(
                    event.id().value(),
                    event.call().value(),
                    by.name(),
                    by.email(),
                    by.language().code(),
                    by.targetGroup(),
                    by.organisation(),
                    by.occupation(),
                    event.privacyNotice(),
                    event.linkGeneration(),
                    event.reference().value(),
                    event.at());
        }
    }

    record WithdrawnV1(UUID applicationId, UUID callId, Instant withdrawnAt) {}

    record RenewedV1(UUID applicationId, int linkGeneration, Instant renewedAt) {}
}
