package thami.notification.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import thami.notification.Letter;
import thami.notification.Notification;
import thami.notification.Person;
import thami.notification.ReadNotifications.Opened;
import thami.notification.Recipient;

/// A notification with its person and its exact words.
record NotificationView(
        @JsonUnwrapped NotificationLine line,
        @Nullable To to,
        @Nullable Words words,
        List<Resent> resends) {

    record To(
            String name,
            String address,
            String language,
            @Nullable String reference) {}

    /// @param draft whether it has not been sent yet and may still change
    record Words(String subject, String text, String html, boolean draft) {}

    record Resent(String by, String reason, Instant at) {}

    static NotificationView of(Opened opened) {
        return new NotificationView(
                NotificationLine.of(
                        opened.notification(),
                        opened.recipient().flatMap(Recipient::reference).orElse(null)),
                opened.recipient().flatMap(NotificationView::to).orElse(null),
                opened.letter().map(letter -> words(letter, opened.isDraft())).orElse(null),
                opened.notification().resends().stream()
                        .map(NotificationView::resent)
                        .toList());
    }

    private static java.util.Optional<To> to(Recipient recipient) {
        return recipient
                .person()
                .map(person -> new To(
                        person.name(),
                        person.address(),
                        language(person),
                        recipient.reference().orElse(null)));
    }

    private static String language(Person person) {
        return person.language().name().toLowerCase(Locale.ROOT);
    }

    private static Words words(Letter letter, boolean draft) {
        return new Words(letter.subject(), letter.text(), letter.html(), draft);
    }

    private static Resent resent(Notification.Resend resend) {
        return new Resent(resend.by().name(), resend.reason(), resend.at());
    }
}
