package thami.notification.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import thami.notification.Notification;
import thami.notification.ReadNotifications.Page;

/// One line of the list. No names, no addresses: they stand with the single notification only.
///
/// @param reference what the person quotes, if they are known
/// @param sending 1, and one more for each time staff had it sent again
/// @param answer what the mail server said last
/// @param perhapsTaken whether the mail server may have taken it although it is FAILED
record NotificationLine(
        UUID id,
        UUID recipient,
        @Nullable String reference,
        String occasion,
        Instant happenedAt,
        Notification.State state,
        int sending,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        boolean perhapsTaken) {

    /// What the pages call the state: that it is FAILED is not all that there is to say of it.
    public String shownAs() {
        return perhapsTaken ? "state.FAILED.perhaps-taken" : "state." + state;
    }

    static List<NotificationLine> of(Page page) {
        return page.items().stream()
                .map(each -> of(each, page.references().get(each.recipient())))
                .toList();
    }

    static NotificationLine of(Notification notification, @Nullable String reference) {
        return new NotificationLine(
                notification.id().value(),
                notification.recipient().value(),
                reference,
                notification.occasion().name(),
                notification.happenedAt(),
                notification.state(),
                notification.sending(),
                notification.attempts(),
                notification.nextAttemptAt().orElse(null),
                notification.answer().orElse(null),
                notification.answeredAt().orElse(null),
                notification.isPerhapsTaken());
    }
}
