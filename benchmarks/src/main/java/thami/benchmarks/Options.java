package thami.benchmarks;

import java.util.ArrayList;
import java.util.List;

/// What was asked for on the command line.
///
/// @param section which of them; empty for all
/// @param pairs how many pairs of legs must count
/// @param seconds how long one leg measures
/// @param rate people per second; 0: the section's own
/// @param besideOthers whether other programs may use the processors meanwhile; the figures then are preliminary
record Options(List<String> sections, int pairs, double seconds, double rate, long seed, boolean besideOthers) {

    static final String USAGE = """
            Usage: ./thami bench [relay | journey | generator | layers | certificate | mail | pages | scale | start | memory]
                                 [journey-50 | journey-25 | journey-ready: one load of the journey alone]
                                 [scale-stored | scale-pending: one kind of growth alone]
              --pairs=10        pairs of legs that must count
              --seconds=30      how long a leg measures
              --rate=2          arrivals per second, where there are any
              --seed=1          of the arrivals
              --beside-others   measure although other programs run; the figures are marked as preliminary
              --page            write docs/performance.md anew from the results, measure nothing
            """;

    static Options of(List<String> arguments) {
        var sections = new ArrayList<String>();
        var pairs = 10;
        var seconds = 30.0;
        var rate = 0.0;
        var seed = 1L;
        var besideOthers = false;
        for (var argument : arguments) {
            var value = argument.substring(argument.indexOf('=') + 1);
            try {
                switch (argument.replaceFirst("=.*", "")) {
                    case "--pairs" -> pairs = Integer.parseInt(value);
                    case "--seconds" -> seconds = Double.parseDouble(value);
                    case "--rate" -> rate = Double.parseDouble(value);
                    case "--seed" -> seed = Long.parseLong(value);
                    case "--beside-others" -> besideOthers = true;
                    default -> {
                        if (argument.startsWith("-")) throw new Refused("There is no option " + argument + ".");
                        sections.add(argument);
                    }
                }
            } catch (NumberFormatException e) {
                throw new Refused("%s needs a number.".formatted(argument));
            }
        }
        return new Options(List.copyOf(sections), pairs, seconds, rate, seed, besideOthers);
    }
}
