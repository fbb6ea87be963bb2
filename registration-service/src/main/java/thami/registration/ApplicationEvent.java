package thami.registration;

import java.time.Instant;

/// What can happen to an application that others must know of.
public sealed interface ApplicationEvent {

    record ApplicationSubmitted(
            ApplicationId id,
            CallId call,
            Applicant by,
            String privacyNotice,
            int linkGeneration,
            Reference reference,
            Instant at)
            implements ApplicationEvent {}

    record ApplicationWithdrawn(ApplicationId id, CallId call, Instant at) implements ApplicationEvent {}

    /// Links of lower generations no longer open the status page.
    record StatusLinkRenewed(ApplicationId id, int linkGeneration, Instant at) implements ApplicationEvent {}
}
