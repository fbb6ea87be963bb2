package thami.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The calls heard of so far, announced or not.
public interface Calls {

    Optional<Call> findById(CallId id);

    Call save(Call call);

    /// Those that can be applied to now or later, the nearest deadline first.
    ///
    /// @param after where to go on: the last call seen, if any
    /// @param limit at most so many
    List<Call> current(Instant now, Optional<Call> after, int limit);

    default Optional<Call> announced(CallId id) {
        return findById(id).filter(Call::isAnnounced);
    }
}
