package thami.benchmarks;

/// Why a benchmark cannot be run, and what to do about it, in one line.
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refused(String line) {
        super(line);
    }
}
