package thami.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// What the processors did during a leg: each process of the measurement, and all others.
final class Measuring {

    private final Map<String, Long> pids;
    private final Map<String, Long> before = new LinkedHashMap<>();
    private final long compilersBefore;
    private final Processors processors;
    private final long began = System.nanoTime();

    /// @param pids every process that takes part, by its name in the tables
    Measuring(Map<String, Long> pids) {
        this.pids = new LinkedHashMap<>(pids);
        pids.forEach((name, pid) -> before.put(name, ProcessorTime.of(pid)));
        this.compilersBefore = compilers();
        this.processors = Processors.now();
    }

    private long compilers() {
        return pids.values().stream().mapToLong(ProcessorTime::ofCompilers).sum();
    }

    /// @param used milliseconds of each process
    /// @param compilers milliseconds of them that their compilers used
    record Used(
            double seconds,
            SequencedMap<String, Double> used,
            double compilers,
            double stolenPercent,
            double strangersPercent) {

        double compilersShare() {
            return compilers / together();
        }

        double together() {
            return used.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /// @param begun processes that have begun meanwhile: all that they have used counts
    Used end(Map<String, Long> begun) {
        pids.putAll(begun);
        return end();
    }

    Used end() {
        var seconds = (System.nanoTime() - began) / 1e9;
        var used = new LinkedHashMap<String, Double>();
        pids.forEach(Measuring::mustBeAlive);
        pids.forEach((name, pid) -> used.put(name, (double) ProcessorTime.of(pid) - before.getOrDefault(name, 0L)));
        var now = Processors.now();
        var ours = used.values().stream().mapToDouble(Double::doubleValue).sum();
        var all = (now.all() - processors.all()) * 10.0;
        var strangers = all == 0 ? 0 : 100 * Math.max(0, now.busyMillisSince(processors) - ours) / all;
        var compilers = Math.max(0.0, compilers() - compilersBefore);
        return new Used(seconds, used, compilers, now.stolenSince(processors), strangers);
    }

    /// What is ended by a signal to us ends one by one, while a leg goes on.
    private static void mustBeAlive(String name, long pid) {
        if (GivenStore.mayEnd(name)) return;
        if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty())
            throw new IllegalStateException(name + " ended while it was measured");
    }
}
