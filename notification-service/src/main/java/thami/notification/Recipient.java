package thami.notification;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/// The person behind one application: how to address them, and which of their status links is the current one.
///
/// Known from the application on. What is heard of a person before that (a renewed link, a withdrawal) waits here for
/// the rest, so that the facts may come in any order.
@Document("recipients")
@TypeAlias("recipient")
public final class Recipient {

    @Id
    private final RecipientId id;

    @Version
    private long version; // primitive: 0 is new, so save() inserts and a second insert fails

    private int schemaVersion = 1;
    private @Nullable Person person;
    private @Nullable CallId call;
    private @Nullable String reference;
    private int linkGeneration;
    private @Nullable Instant withdrawnAt;

    private Recipient(RecipientId id) {
        this.id = id;
    }

    /// Somebody we have heard of but cannot write to yet.
    static Recipient awaited(RecipientId id) {
        return new Recipient(id);
    }

    void introduce(Person person, CallId call, String reference, int linkGeneration) {
        this.person = person;
        this.call = call;
        this.reference = reference;
        renewLink(linkGeneration);
    }

    /// Generations only grow: an older one is an older fact that came late.
    void renewLink(int generation) {
        linkGeneration = Math.max(linkGeneration, generation);
    }

    /// Withdrawn stays withdrawn, whatever is decided later, or dated later by another clock.
    ///
    /// @return whether that is news
    boolean withdraw(Instant at) {
        if (withdrawnAt != null) return false;
        withdrawnAt = at;
        return true;
    }

    public boolean hasWithdrawn() {
        return withdrawnAt != null;
    }

    public boolean isKnown() {
        return person != null;
    }

    public RecipientId id() {
        return id;
    }

    public Optional<Person> person() {
        return Optional.ofNullable(person);
    }

    public Optional<CallId> call() {
        return Optional.ofNullable(call);
    }

    /// What the person quotes when they call us.
    public Optional<String> reference() {
        return Optional.ofNullable(reference);
    }

    public int linkGeneration() {
        return linkGeneration;
    }
}
