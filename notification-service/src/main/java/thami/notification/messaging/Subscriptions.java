package thami.notification.messaging;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import thami.delivery.Inbox;
import thami.notification.messaging.NotifyOnApplicationAdmitted.ApplicationAdmitted;
import thami.notification.messaging.NotifyOnApplicationDeclined.ApplicationDeclined;
import thami.notification.messaging.NotifyOnApplicationSubmitted.ApplicationSubmitted;
import thami.notification.messaging.NotifyOnApplicationWaitlisted.ApplicationWaitlisted;
import thami.notification.messaging.NotifyOnApplicationWithdrawn.ApplicationWithdrawn;
import thami.notification.messaging.NotifyOnCertificateIssued.CertificateIssued;
import thami.notification.messaging.NotifyOnCohortCancelled.CohortCancelled;
import thami.notification.messaging.NotifyOnDecisionUndone.DecisionUndone;
import thami.notification.messaging.NotifyOnStatusLinkRenewed.StatusLinkRenewed;

/// What notification-service listens to, topic by topic; what else is known there passes by, counted.
@Configuration(proxyBeanMethods = false)
class Subscriptions {

    @Bean
    Consumer<Message<byte[]>> registrationApplications(
            Inbox inbox,
            NotifyOnApplicationSubmitted submitted,
            NotifyOnStatusLinkRenewed renewed,
            NotifyOnApplicationWithdrawn withdrawn) {
        return inbox.topic()
                .onFact(NotifyOnApplicationSubmitted.TYPE, ApplicationSubmitted.class, submitted::on)
                .onFact(NotifyOnStatusLinkRenewed.TYPE, StatusLinkRenewed.class, renewed::on)
                .onFact(NotifyOnApplicationWithdrawn.TYPE, ApplicationWithdrawn.class, withdrawn::on);
    }

    @Bean
    Consumer<Message<byte[]>> cohortCohorts(
            Inbox inbox,
            UpdateCallOnCallPublished published,
            NotifyOnCallChanged changed,
            NotifyOnCohortCancelled cancelled) {
        return inbox.topic()
                .onFact("thami.cohort.call-published.v1", CallState.class, published::on)
                .onFact(NotifyOnCallChanged.TYPE, CallState.class, changed::on)
                .onFact(NotifyOnCohortCancelled.TYPE, CohortCancelled.class, cancelled::on)
                .passingBy("thami.cohort.call-closed.v1");
    }

    @Bean
    Consumer<Message<byte[]>> cohortIntakes(
            Inbox inbox,
            NotifyOnApplicationAdmitted admitted,
            NotifyOnApplicationWaitlisted waitlisted,
            NotifyOnApplicationDeclined declined,
            NotifyOnDecisionUndone undone) {
        return inbox.topic()
                .onFact(NotifyOnApplicationAdmitted.TYPE, ApplicationAdmitted.class, admitted::on)
                .onFact(NotifyOnApplicationWaitlisted.TYPE, ApplicationWaitlisted.class, waitlisted::on)
                .onFact(NotifyOnApplicationDeclined.TYPE, ApplicationDeclined.class, declined::on)
                .onFact(NotifyOnDecisionUndone.TYPE, DecisionUndone.class, undone::on)
                .passingBy("thami.cohort.legal-basis-changed.v1", "thami.cohort.seat-freed.v1");
    }

    @Bean
    Consumer<Message<byte[]>> certificateCertificates(Inbox inbox, NotifyOnCertificateIssued issued) {
        return inbox.topic().onFact(NotifyOnCertificateIssued.TYPE, CertificateIssued.class, issued::on);
    }
}
