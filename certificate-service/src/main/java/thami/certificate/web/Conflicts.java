package thami.certificate.web;

import java.util.function.Supplier;
import org.springframework.dao.OptimisticLockingFailureException;

/// Tries a command again when somebody else changed the document in between. What the person saw is guarded by the
/// SHA-256 that they send, not by the version.
final class Conflicts {

    private static final int ATTEMPTS = 3;

    private Conflicts() {}

    static <T> T retried(Supplier<T> command) {
        for (var attempt = 1; ; attempt++) {
            try {
                return command.get();
            } catch (OptimisticLockingFailureException changed) {
                if (attempt == ATTEMPTS) throw changed;
            }
        }
    }
}
