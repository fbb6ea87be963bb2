package thami.benchmarks;

import java.util.List;

/// Legs of two sides that were measured one side after the other: what the machine did meanwhile it did to one of them.
record Blocks(List<Leg> ours, List<Leg> floor) implements Comparison {

    private static final long SEED = 1;

    /// More than so many standard deviations from no order at all: one in twenty courses by chance.
    private static final double BY_CHANCE = 1.96;

    static Blocks of(List<Leg> legs, String ours, String floor) {
        return new Blocks(counting(legs, ours), counting(legs, floor));
    }

    private static List<Leg> counting(List<Leg> legs, String side) {
        return legs.stream()
                .filter(leg -> leg.pair() > 0 && leg.side().equals(side) && leg.counts()) // 0 was found out before
                .toList();
    }

    @Override
    public List<Leg> legs(boolean ours) {
        return ours ? this.ours : floor;
    }

    @Override
    public Bounds ratio(String figure) {
        return Bounds.ofUnpairedRatio(
                figures(true, figure).toArray(), figures(false, figure).toArray(), SEED);
    }

    /// A side that becomes quicker from leg to leg is compared with what the other was before or after.
    @Override
    public boolean isFair(String figure) {
        return isSteady(figures(true, figure).toArray())
                && isSteady(figures(false, figure).toArray());
    }

    /// By the test of Mann and Kendall: of all two legs, how many more have grown than fallen.
    private static boolean isSteady(double[] course) {
        var number = course.length;
        var grown = 0.0;
        for (var later = 1; later < number; later++)
            for (var before = 0; before < later; before++) grown += Math.signum(course[later] - course[before]);
        var deviation = Math.sqrt(number * (number - 1) * (2 * number + 5) / 18.0);
        return Math.abs(grown) - 1 <= BY_CHANCE * deviation;
    }

    @Override
    public String counted() {
        return "legs of each side, one side after the other,";
    }
}
