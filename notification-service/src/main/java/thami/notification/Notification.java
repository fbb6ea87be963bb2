package thami.notification;

import static java.time.temporal.ChronoUnit.MILLIS;
import static thami.notification.Notification.State.FAILED;
import static thami.notification.Notification.State.PENDING;
import static thami.notification.Notification.State.SENDING;
import static thami.notification.Notification.State.SENT;
import static thami.notification.Notification.State.WAITING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/// One mail about one fact, from the fact to the mail server's answer.
///
/// WAITING until the person is known, then PENDING; SENDING while somebody holds the lease; SENT or FAILED
/// after a final answer. A temporary one makes it PENDING again, later each time; so does, a few times, an end that
/// leaves open whether it was taken, and then it is FAILED too. Staff may order what is SENT or FAILED once more.
@Document("notifications")
@TypeAlias("notification")
public final class Notification {

    public enum State {
        WAITING,
        PENDING,
        SENDING,
        SENT,
        FAILED
    }

    /// An order of staff to send it again, with a reason.
    public record Resend(StaffMember by, String reason, Instant at) {}

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration LONGEST_PAUSE_OF_ALL = Duration.ofMinutes(1); // the breaker spares the server
    private static final int MOST_UNCLEAR_ENDS = 5;

    @Id
    private final NotificationId id;

    @Version
    private long version; // primitive: 0 is new, so save() inserts and a second insert fails

    private int schemaVersion = 1;
    private final RecipientId recipient;
    private final Occasion occasion;
    private final Instant happenedAt; // the occasion's, where an index finds it
    private State state = WAITING;
    private @Nullable Instant nextAttemptAt; // sparse index; while SENDING the end of the lease
    private @Nullable Instant pendingSince; // sparse index; until a final answer
    private int attempts;
    private @Nullable Integer unclearEnds; // of the current sending; absent: none
    private @Nullable Letter letter;
    private @Nullable String answer;
    private @Nullable Instant answeredAt;
    private List<Resend> resends = new ArrayList<>();

    private Notification(NotificationId id, RecipientId recipient, Occasion occasion, Instant happenedAt) {
        this.id = id;
        this.recipient = recipient;
        this.occasion = occasion;
        this.happenedAt = happenedAt;
    }

    static Notification about(NotificationId id, RecipientId recipient, Occasion occasion) {
        return new Notification(id, recipient, occasion, occasion.at());
    }

    /// The person is known: it may be sent.
    ///
    /// It is due since it happened, by the clock of whoever told of it. By ours alone, a mail that a service whose
    /// clock is minutes ahead took in and did not send would wait until the others' clocks come to that.
    void release(Instant now) {
        if (state == WAITING) begin(now, happenedAt.isBefore(now) ? happenedAt : now);
    }

    private void begin(Instant now, Instant due) {
        state = PENDING;
        pendingSince = now.truncatedTo(MILLIS);
        nextAttemptAt = due.truncatedTo(MILLIS);
    }

    /// Whether it has been pending for less than that.
    boolean isYoung(Instant now, Duration age) {
        return pendingSince != null && now.isBefore(pendingSince.plus(age));
    }

    /// Something is not known yet that the words should name. It is put off for a moment, as long as there is patience.
    ///
    /// @return whether it was put off
    boolean putOff(Instant now, Duration moment, Duration patience) {
        if (letter != null || !isYoung(now, patience)) return false;
        nextAttemptAt = now.plus(moment).truncatedTo(MILLIS);
        return true;
    }

    /// An earlier fact about the same person is not told yet: nobody is to read of a Zusage after it was taken back.
    /// If that waits for its next attempt, this one goes a moment later, or when there is no more patience.
    ///
    /// @param latest when the patience ends
    /// @return whether it was put off
    boolean putOffBehind(Unanswered earlier, Instant now, Duration moment, Instant latest) {
        if (earlier.nextAttemptAt() == null || earlier.isOnItsWay(now)) return false;
        var next = earlier.nextAttemptAt().plus(moment);
        nextAttemptAt = (next.isBefore(latest) ? next : latest).truncatedTo(MILLIS);
        return true;
    }

    /// Takes it over, if it is due, for as long as the lease runs; after that, somebody else may.
    void claim(Instant now, Duration lease) {
        if (!isDue(now)) return;
        state = SENDING;
        nextAttemptAt = now.plus(lease).truncatedTo(MILLIS);
        attempts++;
    }

    boolean isDue(Instant now) {
        return nextAttemptAt != null && !nextAttemptAt.isAfter(now);
    }

    /// The words are chosen once. Every further attempt, and every resend, says the same.
    Letter letter(Supplier<Letter> words) {
        var chosen = letter == null ? words.get() : letter;
        letter = chosen;
        return chosen;
    }

    /// What became of an attempt. A late acceptance counts even if somebody else has taken over since; nothing
    /// else does.
    void record(int attempt, Delivery delivery, Instant now) {
        if (state == SENT) return;
        if (attempt != attempts && !(delivery instanceof Delivery.Accepted)) return;
        answer = delivery.answer();
        answeredAt = now.truncatedTo(MILLIS);
        switch (delivery) {
            case Delivery.Accepted _ -> conclude(SENT);
            case Delivery.Refused _ -> conclude(FAILED);
            case Delivery.Unclear _ -> repeatOrLeaveToStaff(now);
            case Delivery.Postponed _ -> postpone(now, LONGEST_PAUSE);
            case Delivery.Unreachable _, Delivery.LockedOut _ -> postpone(now, LONGEST_PAUSE_OF_ALL);
        }
    }

    /// A server that takes each mail and says so too late would have it come without end.
    private void repeatOrLeaveToStaff(Instant now) {
        unclearEnds = unclearEnds() + 1;
        if (unclearEnds < MOST_UNCLEAR_ENDS) postpone(now, LONGEST_PAUSE);
        else conclude(FAILED);
    }

    private int unclearEnds() {
        return unclearEnds == null ? 0 : unclearEnds;
    }

    private void conclude(State end) {
        state = end;
        nextAttemptAt = null;
        pendingSince = null;
    }

    private void postpone(Instant now, Duration longest) {
        state = PENDING;
        nextAttemptAt = now.plus(pause(longest)).truncatedTo(MILLIS);
    }

    private Duration pause(Duration longest) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.clamp(attempts - 1, 0, 20));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    /// Sends it once more, as a new mail with a Message-ID of its own: mailboxes drop a second one with the same.
    void resend(StaffMember by, String reason, Instant now) {
        if (!hasFinalAnswer()) throw new StillOnItsWay(id);
        resends.add(new Resend(by, reason, now.truncatedTo(MILLIS)));
        attempts = 0;
        unclearEnds = null;
        answer = null;
        answeredAt = null;
        begin(now, now);
    }

    public boolean hasFinalAnswer() {
        return state == SENT || state == FAILED;
    }

    /// Whether the mail server may have taken it although it is FAILED: at least once it had the whole mail and did not
    /// say what becomes of it.
    public boolean isPerhapsTaken() {
        return state == FAILED && unclearEnds() > 0;
    }

    /// 1, and one more for each resend.
    public int sending() {
        return resends.size() + 1;
    }

    public NotificationId id() {
        return id;
    }

    /// Counts the saved changes: what `ETag` and `If-Match` carry.
    public long version() {
        return version;
    }

    public RecipientId recipient() {
        return recipient;
    }

    public Occasion occasion() {
        return occasion;
    }

    public Instant happenedAt() {
        return happenedAt;
    }

    public State state() {
        return state;
    }

    /// When it is tried next, at the latest; while it is being sent, when the lease ends.
    public Optional<Instant> nextAttemptAt() {
        return Optional.ofNullable(nextAttemptAt);
    }

    public Optional<Instant> pendingSince() {
        return Optional.ofNullable(pendingSince);
    }

    /// Attempts of the current sending.
    public int attempts() {
        return attempts;
    }

    /// The words, once they were chosen.
    public Optional<Letter> letter() {
        return Optional.ofNullable(letter);
    }

    /// What the mail server said last in the current sending.
    public Optional<String> answer() {
        return Optional.ofNullable(answer);
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    public List<Resend> resends() {
        return List.copyOf(resends);
    }
}
