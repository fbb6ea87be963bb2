package thami.benchmarks;

import java.util.concurrent.atomic.AtomicInteger;

/// The first failures of a run, told once each; a broken leg would otherwise fill the screen.
public final class Failures {

    private static final int MOST = 5;
    private static final AtomicInteger told = new AtomicInteger();

    public static void note(Throwable failure) {
        if (told.incrementAndGet() <= MOST) System.err.println("  failed: " + failure + at(failure));
    }

    private static String at(Throwable failure) {
        return failure.getStackTrace().length == 0 ? "" : " at " + failure.getStackTrace()[0];
    }

    private Failures() {}
}
