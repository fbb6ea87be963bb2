package thami.registration.web;

import java.util.function.Supplier;
import org.springframework.dao.OptimisticLockingFailureException;

/// Over HTTP a lost race is not the caller's business: a decision may have been noted at the same moment.
final class Attempts {

    private static final int MOST = 4;

    private Attempts() {}

    /// Three more tries after the first, each on a freshly loaded aggregate.
    static <T> T of(Supplier<T> command) {
        for (int attempt = 1; ; attempt++) {
            try {
                return command.get();
            } catch (OptimisticLockingFailureException lost) {
                if (attempt == MOST) throw lost;
            }
        }
    }
}
