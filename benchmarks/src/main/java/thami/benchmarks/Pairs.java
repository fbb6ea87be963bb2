package thami.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/// Legs of two sides that were measured next to each other: what the machine did meanwhile it did to both.
public record Pairs(List<Pair> all) {

    public record Pair(Leg ours, Leg floor) {

        boolean counts() {
            return ours.counts() && floor.counts();
        }
    }

    /// Of all that were finished, those of which both legs count.
    public static Pairs of(List<Leg> legs, String ours, String floor) {
        var byNumber = new TreeMap<Integer, List<Leg>>();
        legs.forEach(leg ->
                byNumber.computeIfAbsent(leg.pair(), _ -> new ArrayList<>()).add(leg));
        var pairs = new ArrayList<Pair>();
        for (var number : byNumber.tailMap(1).values()) { // 0 is what was found out before
            var one = last(number, leg -> leg.side().equals(ours));
            var other = last(number, leg -> leg.side().equals(floor));
            if (one.isEmpty() || other.isEmpty()) continue;
            var pair = new Pair(one.getFirst(), other.getFirst());
            if (pair.counts()) pairs.add(pair);
        }
        return new Pairs(List.copyOf(pairs));
    }

    private static List<Leg> last(List<Leg> legs, Predicate<Leg> of) {
        return legs.reversed().stream().filter(of).limit(1).toList();
    }

    int count() {
        return all.size();
    }

    /// In the order in which they were measured.
    List<Leg> legs(boolean ours) {
        return all.stream().map(ours ? Pair::ours : Pair::floor).toList();
    }

    DoubleStream figures(boolean ours, String figure) {
        return legs(ours).stream().mapToDouble(leg -> leg.figure(figure));
    }

    double median(boolean ours, String figure) {
        return Figures.median(figures(ours, figure).sorted().toArray());
    }

    /// Ours by theirs of this figure.
    public Bounds ratio(String figure) {
        var seed = 1;
        return Bounds.ofRatio(
                all.stream()
                        .map(pair -> new double[] {pair.ours.figure(figure), pair.floor.figure(figure)})
                        .toList(),
                seed);
    }
}
