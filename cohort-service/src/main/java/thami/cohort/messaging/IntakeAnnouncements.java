package thami.cohort.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.cohort.intake.IntakeEvent;
import thami.cohort.intake.IntakeEvent.ApplicationAdmitted;
import thami.cohort.intake.IntakeEvent.ApplicationDeclined;
import thami.cohort.intake.IntakeEvent.ApplicationWaitlisted;
import thami.cohort.intake.IntakeEvent.DecisionUndone;
import thami.cohort.intake.IntakeEvent.LegalBasisChanged;
import thami.cohort.intake.IntakeEvent.SeatFreed;
import thami.delivery.Announcement;
import thami.delivery.Announcements;

/// What the others, and this service's own candidates and participations, are told about decisions.
@Component
class IntakeAnnouncements implements Announcements<IntakeEvent> {

    @Override
    public String topic() {
        return "cohort.intakes.v1";
    }

    @Override
    public Announcement of(IntakeEvent event) {
        return switch (event) {
            case ApplicationAdmitted(var call, var title, var candidate, var basis, var reason, var by, var at) ->
                new Announcement(
                        "thami.cohort.application-admitted.v1",
                        at,
                        new AdmittedV1(
                                call.value(),
                                candidate.value(),
                                Wire.Title.of(title),
                                basis.name(),
                                reason,
                                Wire.DecidedBy.of(by),
                                at));
            case ApplicationWaitlisted(var call, var title, var candidate, var place, var reason, var by, var at) ->
                new Announcement(
                        "thami.cohort.application-waitlisted.v1",
                        at,
                        new WaitlistedV1(
                                call.value(),
                                candidate.value(),
                                Wire.Title.of(title),
                                place,
                                reason,
                                Wire.DecidedBy.of(by),
                                at));
            case ApplicationDeclined(var call, var title, var candidate, var reason, var by, var at) ->
                new Announcement(
                        "thami.cohort.application-declined.v1",
                        at,
                        new DeclinedV1(
                                call.value(),
                                candidate.value(),
                                Wire.Title.of(title),
                                reason,
                                Wire.DecidedBy.of(by),
                                at));
            case DecisionUndone(var call, var title, var candidate, var undone, var reason, var by, var at) ->
                new Announcement(
                        "thami.cohort.decision-undone.v1",
                        at,
                        new UndoneV1(
                                call.value(),
                                candidate.value(),
                                Wire.Title.of(title),
                                undone.name(),
                                reason,
                                Wire.DecidedBy.of(by),
                                at));
            case LegalBasisChanged(
                    var call,
                    var candidate,
                    var basis,
                    var admittedBy,
                    var admittedAt,
                    var reason,
                    var by,
                    var at) ->
                new Announcement(
                        "thami.cohort.legal-basis-changed.v1",
                        at,
                        new LegalBasisChangedV1(
                                call.value(),
                                candidate.value(),
                                basis.name(),
                                Wire.Person.of(admittedBy),
                                admittedAt,
                                reason,
                                Wire.DecidedBy.of(by),
                                at));
            case SeatFreed(var call, var candidate, var because, var at) ->
                new Announcement(
                        "thami.cohort.seat-freed.v1",
                        at,
                        new SeatFreedV1(call.value(), candidate.value(), because.name(), at));
        };
    }

    record AdmittedV1(
            UUID callId,
            UUID applicationId,
            Wire.Title callTitle,
            String legalBasis,
            String reason,
            Wire.DecidedBy decidedBy,
            Instant decidedAt) {}

    record WaitlistedV1(
            UUID callId,
            UUID applicationId,
            Wire.Title callTitle,
            int position,
            String reason,
            Wire.DecidedBy decidedBy,
            Instant decidedAt) {}

    record DeclinedV1(
            UUID callId,
            UUID applicationId,
            Wire.Title callTitle,
            String reason,
            Wire.DecidedBy decidedBy,
            Instant decidedAt) {}

    record UndoneV1(
            UUID callId,
            UUID applicationId,
            Wire.Title callTitle,
            String undone,
            String reason,
            Wire.DecidedBy decidedBy,
            Instant decidedAt) {}

    record LegalBasisChangedV1(
            UUID callId,
            UUID applicationId,
            String legalBasis,
            Wire.Person admittedBy,
            Instant admittedAt,
            String reason,
            Wire.DecidedBy decidedBy,
            Instant decidedAt) {}

    record SeatFreedV1(UUID callId, UUID applicationId, String because, Instant freedAt) {}
}
