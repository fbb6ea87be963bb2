package thami.delivery;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessException;

/// What kind of trouble an exception is: that decides whether a record waits, is tried again, or is put aside.
enum Failures {
    /// Store or broker away, or it does not let us in, or another writer was first, or we lack something ourselves:
    /// tried again without end, in order, nothing put aside.
    PASSING,
    /// The record breaks the contract: put aside at once.
    CONTRACT,
    /// Anything else: some attempts, then put aside.
    OTHER;

    static Failures of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableRecord) return CONTRACT;
            if (isPassing(cause)) return PASSING;
        }
        return OTHER;
    }

    /// The store's fault, not the record's: not authorised (a right or a password was changed), out of disk space.
    private static final Set<Integer> OF_THE_STORE = Set.of(13, 18, 14031);

    private static boolean isPassing(Throwable cause) {
        return switch (cause) {
            case DataAccessResourceFailureException _ -> true;
            case NonTransientDataAccessException _ -> false;
            case DataAccessException _ -> true; // transient, a lost race, or a store that answers nonsense
            case MongoSocketException _, MongoTimeoutException _, MongoSecurityException _ -> true;
            case MongoConnectionPoolClearedException _ -> true; // while others found out that the store hangs
            case MongoNotPrimaryException _, MongoNodeIsRecoveringException _ -> true;
            case MongoException e when OF_THE_STORE.contains(e.getCode()) -> true;
            case NotAcknowledged _, RetriableException _ -> true;
            case OutOfMemoryError _ -> true; // of threads, say: without heap the process ends
            default -> false;
        };
    }
}
