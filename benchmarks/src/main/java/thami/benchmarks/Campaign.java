package thami.benchmarks;

import java.util.ArrayList;
import java.util.List;

/// Runs pairs of legs, each pair in the other order than the one before (ABBA), until enough of them count.
///
/// What a former run of the same settings finished is not run again. A pair of which one leg was disturbed is repeated
/// as a whole: half of it is no pair.
final class Campaign {

    @FunctionalInterface
    interface Sides {
        Leg run(int pair, String side) throws Exception;
    }

    private final LegFile file;
    private final List<String> sides;
    private final int wanted;
    private final Deadline deadline;

    Campaign(LegFile file, List<String> sides, int wanted, Deadline deadline) {
        this.file = file;
        this.sides = sides;
        this.wanted = wanted;
        this.deadline = deadline;
    }

    /// @return whether all that was wanted was measured
    boolean run(Sides measured) throws Exception {
        while (missing() > 0) {
            if (deadline.isOver()) return false;
            var pair = file.legs().stream().mapToInt(Leg::pair).max().orElse(0) + 1;
            for (var side : order(pair)) {
                var leg = measured.run(pair, side);
                file.add(leg);
                if (!leg.counts()) break; // the other leg would have nothing beside it
            }
        }
        return true;
    }

    int missing() {
        return wanted - Pairs.of(file.legs(), sides.getFirst(), sides.getLast()).count();
    }

    private List<String> order(int pair) {
        var order = new ArrayList<>(sides);
        return pair % 2 == 1 ? order : order.reversed();
    }
}
