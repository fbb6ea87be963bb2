package thami.cohort.planning;

import java.time.Instant;

/// When applications are taken: from `opensAt`, before `closesAt`.
public record Window(Instant opensAt, Instant closesAt) {

    public boolean isOverAt(Instant now) {
        return !now.isBefore(closesAt);
    }

    boolean isInOrder() {
        return opensAt.isBefore(closesAt);
    }
}
