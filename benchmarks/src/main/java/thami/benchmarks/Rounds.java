package thami.benchmarks;

import java.util.List;

/// Measures sides that are compared with nothing, or not in pairs, one leg of each in a round, until enough of each
/// count.
///
/// What a former run of the same settings finished is not run again; a leg that was disturbed is repeated.
record Rounds(LegFile file, List<String> sides, int wanted, Deadline deadline) {

    @FunctionalInterface
    interface Measured {
        Leg run(int number, String side) throws Exception;
    }

    boolean isComplete() {
        return sides.stream().noneMatch(this::isMissing);
    }

    private boolean isMissing(String side) {
        return file.missing(side, wanted) > 0;
    }

    void run(Measured measured) throws Exception {
        while (!isComplete() && !deadline.isOver())
            for (var side : sides) if (isMissing(side)) file.add(measured.run(file.next(side), side));
    }
}
