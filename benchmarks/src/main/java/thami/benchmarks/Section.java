package thami.benchmarks;

/// One thing that is measured.
interface Section {

    String name();

    /// Measures what is missing and returns whether all was.
    boolean run(Run run) throws Exception;
}
