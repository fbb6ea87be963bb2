package thami.registration.messaging;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import thami.delivery.Inbox;
import thami.registration.messaging.CancelCallOnCohortCancelled.CohortCancelled;
import thami.registration.messaging.CloseCallOnCallClosed.CallClosed;
import thami.registration.messaging.KeepCallOnCallPublished.CallPublished;

/// What registration-service listens to on cohort.cohorts.v1.
@Configuration(proxyBeanMethods = false)
class CohortCohortsInbox {

    @Bean
    Consumer<Message<byte[]>> cohortCohorts(
            Inbox inbox,
            KeepCallOnCallPublished keep,
            CloseCallOnCallClosed close,
            CancelCallOnCohortCancelled cancel) {
        return inbox.topic()
                .onFact("thami.cohort.call-published.v1", CallPublished.class, keep::on)
                .onFact("thami.cohort.call-changed.v1", CallPublished.class, keep::on)
                .on("thami.cohort.call-closed.v1", CallClosed.class, close::on)
                .on("thami.cohort.cohort-cancelled.v1", CohortCancelled.class, cancel::on);
    }
}
