package thami.registration.messaging;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import thami.delivery.Inbox;
import thami.registration.Decision.Outcome;
import thami.registration.messaging.ShowDecisionOnDecision.Decided;

/// What registration-service listens to on cohort.intakes.v1; what else is known there passes by, counted.
@Configuration(proxyBeanMethods = false)
class CohortIntakesInbox {

    @Bean
    Consumer<Message<byte[]>> cohortIntakes(Inbox inbox, ShowDecisionOnDecision show) {
        return inbox.topic()
                .onFact("thami.cohort.application-admitted.v1", Decided.class, show.as(Outcome.ADMITTED))
                .onFact("thami.cohort.application-waitlisted.v1", Decided.class, show.as(Outcome.WAITLISTED))
                .onFact("thami.cohort.application-declined.v1", Decided.class, show.as(Outcome.DECLINED))
                .onFact("thami.cohort.decision-undone.v1", Decided.class, show.as(Outcome.UNDONE))
                .passingBy("thami.cohort.legal-basis-changed.v1", "thami.cohort.seat-freed.v1");
    }
}
