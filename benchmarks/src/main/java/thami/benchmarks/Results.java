package thami.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SequencedMap;

/// What all sections note in the same way.
final class Results {

    static final String CONDITIONS = "conditions";
    private static final String PRELIMINARY = "PRELIMINARY: other programs used the processors meanwhile";

    static boolean arePreliminary(Map<String, String> facts) {
        return PRELIMINARY.equals(facts.get(CONDITIONS));
    }

    static void addConditions(SequencedMap<String, String> facts, Options options) {
        facts.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        facts.put(CONDITIONS, options.besideOthers() ? PRELIMINARY : "nothing else ran");
    }

    static Leg leg(
            Options options,
            int pair,
            String side,
            Map<String, Double> figures,
            double lateMillis,
            Measuring.Used used,
            int lost) {
        var disturbance = new Disturbance(
                options.besideOthers() ? 0 : lateMillis,
                options.besideOthers() ? 0 : used.stolenPercent(),
                options.besideOthers() ? 0 : used.strangersPercent(),
                lost);
        return Leg.of(pair, side, figures, disturbance.reason().orElse(null));
    }

    private Results() {}
}
