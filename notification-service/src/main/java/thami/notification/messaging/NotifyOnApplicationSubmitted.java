package thami.notification.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.delivery.Fact;
import thami.notification.CallId;
import thami.notification.IntroduceRecipient;
import thami.notification.Language;
import thami.notification.NotifyRecipient;
import thami.notification.Occasion.ApplicationReceived;
import thami.notification.Person;
import thami.notification.RecipientId;

/// The application is the one source of a person's name, address and language.
@Component
class NotifyOnApplicationSubmitted {

    static final String TYPE = "thami.registration.application-submitted.v1";

    private final IntroduceRecipient recipient;
    private final NotifyRecipient notify;

    NotifyOnApplicationSubmitted(IntroduceRecipient recipient, NotifyRecipient notify) {
        this.recipient = recipient;
        this.notify = notify;
    }

    void on(Fact<ApplicationSubmitted> fact) {
        var application = fact.view();
        var met = recipient.introduce(
                new RecipientId(application.applicationId()),
                new Person(application.name(), application.email(), Language.of(application.language())),
                new CallId(application.callId()),
                application.reference(),
                application.linkGeneration());
        notify.of(new ApplicationReceived(application.submittedAt()), FactKey.of(TYPE, fact), met);
    }

    record ApplicationSubmitted(
            UUID applicationId,
            UUID callId,
            String name,
            String email,
            String language,
            int linkGeneration,
            String reference,
            Instant submittedAt) {}
}
