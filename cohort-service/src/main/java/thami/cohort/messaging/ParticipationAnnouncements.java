package thami.cohort.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import thami.cohort.participation.Admission;
import thami.cohort.participation.Enrolment;
import thami.cohort.participation.ParticipationEvent;
import thami.cohort.participation.ParticipationEvent.ModuleCompleted;
import thami.cohort.participation.ParticipationEvent.ModuleCompletionCorrected;
import thami.cohort.participation.ParticipationEvent.ParticipantEnrolled;
import thami.cohort.participation.ParticipationEvent.ParticipationEnded;
import thami.cohort.participation.ParticipationId;
import thami.cohort.planning.CourseModule;
import thami.delivery.Announcement;
import thami.delivery.Announcements;

/// What certificate-service is told about participants and what they completed.
@Component
class ParticipationAnnouncements implements Announcements<ParticipationEvent> {

    @Override
    public String topic() {
        return "cohort.participations.v1";
    }

    @Override
    public Announcement of(ParticipationEvent event) {
        return switch (event) {
            case ParticipantEnrolled(var id, var enrolment, var admission, var at) ->
                new Announcement("thami.cohort.participant-enrolled.v1", at, EnrolledV1.of(id, enrolment, admission));
            case ModuleCompleted(var id, var module, var on, var by, var at) ->
                new Announcement(
                        "thami.cohort.module-completed.v1",
                        at,
                        new ModuleCompletedV1(id.value(), module.value(), on, Wire.Person.of(by), at));
            case ModuleCompletionCorrected(var id, var module, var reason, var by, var at) ->
                new Announcement(
                        "thami.cohort.module-completion-corrected.v1",
                        at,
                        new CorrectedV1(id.value(), module.value(), reason, Wire.Person.of(by), at));
            case ParticipationEnded(var id, var because, var at) ->
                new Announcement(
                        "thami.cohort.participation-ended.v1", at, new EndedV1(id.value(), because.name(), at));
        };
    }

    record EnrolledV1(
            UUID participationId,
            UUID cohortId,
            Wire.Title cohortTitle,
            Wire.Programme programme,
            String name,
            String legalBasis,
            Wire.Person admittedBy,
            Wire.@Nullable Person legalBasisChangedBy,
            String ruleVersion,
            List<ModuleV1> modules,
            LocalDate startsOn,
            LocalDate endsOn,
            boolean sample,
            Instant enrolledAt) {

        static EnrolledV1 of(ParticipationId id, Enrolment enrolment, Admission admission) {
            return new EnrolledV1(
                    id.value(),
                    enrolment.cohort().value(),
                    Wire.Title.of(enrolment.title()),
                    Wire.Programme.of(enrolment.programme()),
                    enrolment.name(),
                    admission.legalBasis().name(),
                    Wire.Person.of(admission.by()),
                    admission.rebased() == null
                            ? null
                            : Wire.Person.of(admission.rebased().by()),
                    enrolment.curriculum().ruleVersion(),
                    enrolment.curriculum().modules().stream().map(ModuleV1::of).toList(),
                    enrolment.period().startsOn(),
                    enrolment.period().endsOn(),
                    enrolment.sample(),
                    admission.at());
        }
    }

    record ModuleV1(UUID id, Wire.Title title, int units, String provider) {
        static ModuleV1 of(CourseModule module) {
            return new ModuleV1(module.id().value(), Wire.Title.of(module.title()), module.units(), module.provider());
        }
    }

    record ModuleCompletedV1(
            UUID participationId, UUID moduleId, LocalDate completedOn, Wire.Person recordedBy, Instant recordedAt) {}

    record CorrectedV1(
            UUID participationId, UUID moduleId, String reason, Wire.Person correctedBy, Instant correctedAt) {}

    record EndedV1(UUID participationId, String because, Instant endedAt) {}
}
