package thami.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The whole business on fakes, with a clock that the test moves and a mail server that says what the test wants.
public final class Story {

    public final InMemoryNotifications notifications = new InMemoryNotifications();
    public final InMemoryRecipients recipients = new InMemoryRecipients();
    public final InMemoryCalls calls = new InMemoryCalls();
    public final List<Mail> sent = new ArrayList<>();
    public final Deque<Delivery> answers = new ArrayDeque<>();

    private final List<Notification> postbox = new ArrayList<>();
    private Instant now = Samples.NOON;
    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    public final NotifyRecipient notify = new NotifyRecipient(notifications, recipients, postbox::add, clock);
    public final IntroduceRecipient introduce = new IntroduceRecipient(recipients, notify);
    public final RenewLink renew = new RenewLink(recipients);
    public final NoteWithdrawal withdrawal = new NoteWithdrawal(recipients);
    public final UpdateCall call = new UpdateCall(calls);
    public final NotifyOfCancellation cancellation =
            new NotifyOfCancellation(call, new Hopeful(recipients, notifications), notify);
    public final NotifyOfMove move = new NotifyOfMove(calls, call, new Hopeful(recipients, notifications), notify);
    public final ResendNotification resend = new ResendNotification(notifications, postbox::add, clock);
    public DeliverNotification deliver = started();

    private DeliverNotification started() {
        return new DeliverNotification(notifications, recipients, calls, new PlainLetters(), new Server(), clock);
    }

    public void restart() {
        deliver = started();
    }

    public void introduceSule() {
        introduce.introduce(Samples.SULE, Samples.PERSON, Samples.CALL, "BSP-7Q4M-2K", 1);
    }

    public void knowTheCall() {
        call.update(Samples.NEWS);
    }

    public void passes(Duration time) {
        now = now.plus(time);
    }

    /// What was handed over, as it was stored, since this was last asked.
    public List<Due> postbox() {
        var handed = postbox.stream().map(Due::stored).toList();
        postbox.clear();
        return handed;
    }

    /// What the sweeper does, until nothing is due but what waits for an earlier one.
    public void deliverDue() {
        var before = List.<NotificationId>of();
        for (var due = due(); !due.equals(before); due = due()) {
            due.forEach(this::deliver);
            before = due;
        }
    }

    private List<NotificationId> due() {
        return notifications.due(now, 100);
    }

    public void deliver(NotificationId id) {
        deliver(Due.found(id));
    }

    public void deliver(Due due) {
        claim(due).ifPresent(claim -> deliver.record(claim, deliver.send(claim)));
    }

    public Optional<DeliverNotification.Claim> claim(Due due) {
        return deliver.claim(due, deliver.prepare(List.of(due)));
    }

    public Notification the(NotificationId id) {
        return notifications.findById(id).orElseThrow();
    }

    private final class Server implements Mailer {

        @Override
        public Delivery send(Mail mail) {
            sent.add(mail);
            return answers.isEmpty() ? new Delivery.Accepted("250 OK") : answers.removeFirst();
        }

        @Override
        public boolean isReady() {
            return true;
        }
    }

    private static final class PlainLetters implements Letters {

        @Override
        public Letter write(Occasion occasion, Recipient recipient, @Nullable Call call) {
            var link = "http://x.example/status/" + Letter.MARK;
            var title = call == null ? "" : " " + call.title().orElseThrow().de();
            return new Letter(occasion.name() + title, link, link, link);
        }

        @Override
        public String secret(Occasion occasion, Recipient recipient) {
            return "generation-" + recipient.linkGeneration();
        }
    }
}
