package thami.system;

import java.time.Instant;
import java.util.List;

/// What broke and when: for the results of a run, and for judging what it excuses.
record Fault(String kind, String target, Instant from, Instant to) {

    boolean touches(List<String> targets, Instant from, Instant to) {
        return targets.contains(target) && !this.to.isBefore(from) && !this.from.isAfter(to);
    }
}
