package thami.benchmarks;

import java.util.Locale;

/// When a side is warm: its compilers take no more than a twentieth of its processor time. What runs seldom is compiled
/// late, so not before it has done so much; and always after so much more, for some methods are never hot.
///
/// @param least of whatever the side does, before it may count as warm
/// @param most after which it counts as warm whatever its compilers do
record Warmth(int least, int most) {

    static final double COMPILED = 0.05;

    boolean isReached(int done, Measuring.Used used) {
        return done >= most || done >= least && used.compilersShare() <= COMPILED;
    }

    /// As a condition that the figures belong to.
    String rule(String whatIsDone) {
        return String.format(
                Locale.ENGLISH, "once compilers take %.0f %% at most, or " + whatIsDone, COMPILED * 100, most);
    }
}
