package thami.certificate.messaging;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import thami.certificate.messaging.EndOnParticipationEnded.ParticipationEnded;
import thami.certificate.messaging.EntitleOnParticipantEnrolled.ParticipantEnrolled;
import thami.certificate.messaging.ReopenOnModuleCompletionCorrected.ModuleCompletionCorrected;
import thami.certificate.messaging.TickOffOnModuleCompleted.ModuleCompleted;
import thami.delivery.Inbox;

/// What certificate-service listens to on cohort.participations.v1.
///
/// The sequence decides what holds, because each of these facts carries the full state of what it is about.
@Configuration(proxyBeanMethods = false)
class ParticipationFacts {

    @Bean
    Consumer<Message<byte[]>> cohortParticipations(
            Inbox inbox,
            EntitleOnParticipantEnrolled entitle,
            TickOffOnModuleCompleted tickOff,
            ReopenOnModuleCompletionCorrected reopen,
            EndOnParticipationEnded end) {
        return inbox.topic()
                .onFact("thami.cohort.participant-enrolled.v1", ParticipantEnrolled.class, entitle::on)
                .onFact("thami.cohort.module-completed.v1", ModuleCompleted.class, tickOff::on)
                .onFact("thami.cohort.module-completion-corrected.v1", ModuleCompletionCorrected.class, reopen::on)
                .onFact("thami.cohort.participation-ended.v1", ParticipationEnded.class, end::on);
    }
}
