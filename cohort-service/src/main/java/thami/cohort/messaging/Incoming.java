package thami.cohort.messaging;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import thami.cohort.messaging.CertifyOnCertificateIssued.CertificateIssued;
import thami.cohort.messaging.EndParticipationOnSeatFreed.SeatFreed;
import thami.cohort.messaging.EnrolAnewOnLegalBasisChanged.LegalBasisChanged;
import thami.cohort.messaging.EnrolOnApplicationAdmitted.ApplicationAdmitted;
import thami.cohort.messaging.FollowDecisions.Decided;
import thami.cohort.messaging.FollowPlanOnCallChanged.CallChanged;
import thami.cohort.messaging.NoteWithdrawalOnApplicationWithdrawn.ApplicationWithdrawn;
import thami.cohort.messaging.QueueCandidateOnApplicationSubmitted.ApplicationSubmitted;
import thami.delivery.Inbox;

/// What cohort-service listens to, topic by topic; what else is known there passes by, counted.
@Configuration(proxyBeanMethods = false)
class Incoming {

    @Bean
    Consumer<Message<byte[]>> registrationApplications(
            Inbox inbox, QueueCandidateOnApplicationSubmitted queue, NoteWithdrawalOnApplicationWithdrawn withdrawal) {
        return inbox.topic()
                .on("thami.registration.application-submitted.v1", ApplicationSubmitted.class, queue::on)
                .on("thami.registration.application-withdrawn.v1", ApplicationWithdrawn.class, withdrawal::on)
                .passingBy("thami.registration.status-link-renewed.v1");
    }

    /// Its own: participations follow the plan.
    @Bean
    Consumer<Message<byte[]>> cohortCohorts(Inbox inbox, FollowPlanOnCallChanged follow) {
        return inbox.topic()
                .on("thami.cohort.call-changed.v1", CallChanged.class, follow::on)
                .passingBy(
                        "thami.cohort.call-published.v1",
                        "thami.cohort.call-closed.v1",
                        "thami.cohort.cohort-cancelled.v1");
    }

    /// Its own: candidates and participations follow what the intake decided.
    @Bean
    Consumer<Message<byte[]>> cohortIntakes(
            Inbox inbox,
            EnrolOnApplicationAdmitted enrol,
            EnrolAnewOnLegalBasisChanged enrolAnew,
            FollowDecisions follow,
            EndParticipationOnSeatFreed end) {
        return inbox.topic()
                .onFact("thami.cohort.application-admitted.v1", ApplicationAdmitted.class, enrol::on)
                .onFact("thami.cohort.application-waitlisted.v1", Decided.class, follow::waitlisted)
                .onFact("thami.cohort.application-declined.v1", Decided.class, follow::declined)
                .onFact("thami.cohort.decision-undone.v1", Decided.class, follow::undone)
                .onFact("thami.cohort.legal-basis-changed.v1", LegalBasisChanged.class, enrolAnew::on)
                .onFact("thami.cohort.seat-freed.v1", SeatFreed.class, end::on);
    }

    @Bean
    Consumer<Message<byte[]>> certificateCertificates(Inbox inbox, CertifyOnCertificateIssued certify) {
        return inbox.topic().on("thami.certificate.certificate-issued.v1", CertificateIssued.class, certify::on);
    }
}
