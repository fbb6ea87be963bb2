package thami.cohort.intake;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What whoever decides on a person had seen of the decisions before: that is what they judged, and they may judge
/// otherwise what came after it.
public sealed interface Seen {

    /// They do not say: whichever is the last.
    record Whichever() implements Seen {}

    /// That nobody had decided yet.
    record NoDecision() implements Seen {}

    /// That the decision of this moment was the last.
    record DecisionOf(Instant at) implements Seen {}

    /// @param decidedAt of the decision that was the last; absent: they do not say
    static Seen of(@Nullable Instant decidedAt) {
        return decidedAt == null ? new Whichever() : new DecisionOf(decidedAt);
    }

    default boolean holds(Optional<Decision> last) {
        return switch (this) {
            case Whichever() -> true;
            case NoDecision() -> last.isEmpty();
            case DecisionOf(var at) -> last.map(Decision::at).filter(at::equals).isPresent();
        };
    }
}
