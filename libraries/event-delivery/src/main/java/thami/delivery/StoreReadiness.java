package thami.delivery;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessResourceFailureException;

/// Whether the store has been seen and its indexes are there. Until then nothing is read or written: a unique
/// index that is missing would let a duplicate pass.
public final class StoreReadiness implements HealthIndicator {

    private volatile boolean ready;

    void ready() {
        ready = true;
    }

    public boolean isReady() {
        return ready;
    }

    /// @throws DataAccessResourceFailureException an outage to whoever asks: 503 over HTTP, wait and retry for
    /// consumers
    public void check() {
        if (!ready) throw new DataAccessResourceFailureException("The store has not been reached yet");
    }

    @Override
    public Health health() {
        return (ready ? Health.up() : Health.down()).build();
    }
}
