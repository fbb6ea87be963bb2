package thami.benchmarks;

/// One thing that is measured.
interface Section {

    String name();

    /// The files of legs it writes.
    default java.util.List<String> files() {
        return java.util.List.of(name());
    }

    /// What of it can be measured alone, by its name.
    default java.util.List<Section> parts() {
        return java.util.List.of();
    }

    /// Measures what is missing and returns whether all was.
    boolean run(Run run) throws Exception;
}
