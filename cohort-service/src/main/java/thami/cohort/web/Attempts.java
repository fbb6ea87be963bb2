package thami.cohort.web;

import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/// Tries a command again when another one was first: reads anew, judges anew. After three times the answer is a
/// conflict.
final class Attempts {

    private static final int MOST = 3;

    private Attempts() {}

    static <T> T of(Supplier<T> command) {
        for (var attempt = 1; ; attempt++) {
            try {
                return command.get();
            } catch (OptimisticLockingFailureException | DuplicateKeyException overtaken) {
                if (attempt == MOST) throw overtaken;
            }
        }
    }
}
