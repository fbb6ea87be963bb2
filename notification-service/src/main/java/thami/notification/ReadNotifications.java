package thami.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import thami.notification.Notifications.Position;
import thami.notification.Notifications.Selection;

/// What staff may look at: what was told to whom, in which words, and what became of it.
@Service
public class ReadNotifications {

    private final Notifications notifications;
    private final Recipients recipients;
    private final Calls calls;
    private final Letters letters;

    ReadNotifications(Notifications notifications, Recipients recipients, Calls calls, Letters letters) {
        this.notifications = notifications;
        this.recipients = recipients;
        this.calls = calls;
        this.letters = letters;
    }

    /// A notification with its person, if known, and its words.
    ///
    /// @param letter the words as they were first sent, or as they would be now
    /// @param isDraft whether they have not been sent yet, and may still change
    public record Opened(
            Notification notification, Optional<Recipient> recipient, Optional<Letter> letter, boolean isDraft) {}

    /// Some of a longer list.
    ///
    /// @param references what the persons quote, as far as they are known
    /// @param next where the rest begins
    public record Page(List<Notification> items, Map<RecipientId, String> references, Optional<Position> next) {

        public static Page empty() {
            return new Page(List.of(), Map.of(), Optional.empty());
        }
    }

    public Page list(Selection selection, int limit) {
        var found = notifications.newest(selection, limit + 1);
        if (found.size() <= limit) return new Page(found, references(found), Optional.empty());
        var items = found.subList(0, limit);
        var last = items.getLast();
        return new Page(items, references(items), Optional.of(new Position(last.happenedAt(), last.id())));
    }

    private Map<RecipientId, String> references(List<Notification> items) {
        var ids = items.stream().map(Notification::recipient).collect(Collectors.toSet());
        var references = new HashMap<RecipientId, String>();
        recipients.findByIdIn(ids).forEach(each -> each.reference().ifPresent(it -> references.put(each.id(), it)));
        return references;
    }

    /// The person whom the reference belongs to.
    public Optional<RecipientId> findByReference(String reference) {
        return recipients.findByReference(reference).map(Recipient::id);
    }

    /// @throws NoSuchNotification if there is none
    public Opened open(NotificationId id) {
        var notification = notifications.findById(id).orElseThrow(() -> new NoSuchNotification(id));
        var recipient = recipients.findById(notification.recipient()).filter(Recipient::isKnown);
        var sent = notification.letter();
        var letter = sent.or(() -> recipient.map(known -> draft(notification, known)));
        return new Opened(notification, recipient, letter, sent.isEmpty());
    }

    private Letter draft(Notification notification, Recipient recipient) {
        var call = recipient.call().flatMap(calls::findById).orElse(null);
        return letters.write(notification.occasion(), recipient, call);
    }
}
