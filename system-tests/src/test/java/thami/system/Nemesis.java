package thami.system;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thami.system.Draw.Blow;
import thami.testing.Protocol.Request;
import thami.testing.Trouble;
import thami.testing.Wire;

/// Breaks one thing after the other and mends each before the next, in the order that a [Draw] says. The same seed
/// breaks the same.
final class Nemesis {

    static final List<String> PROCESSES = Stream.concat(
                    RepositoryFiles.SERVICES.stream(), Stream.of("broker", "store", "mail", "identity", "entrance"))
            .filter(ThamiSystem::hasProcess)
            .toList();

    private static final List<String> WIRES = List.of("kafka", "store", "smtp");

    /// The longest that a window is waited for: people come by all the time.
    private static final Duration UNTIL_HIT = Duration.ofSeconds(30);

    enum Kind {
        KILL,
        KILL_ALL,
        TERMINATE,
        FREEZE,
        CUT,
        RESET,
        HANG,
        DELAY,
        THROTTLE,
        SLICE,
        LIMIT,
        LATE_CLOSE,
        SCALE,
        AHEAD,
        BEHIND,
        WINDOW_STORED("store", "registration-service", request -> request.is("insert", "applications")),
        /// Saved with a decision that is to be announced: so does nothing else save an intake.
        WINDOW_DECIDED(
                "store",
                "cohort-service",
                request -> request.is("update", "intakes") && request.mentions("thami.cohort.application-")),
        WINDOW_ISSUED("store", "certificate-service", request -> request.is("insert", "certificates")),
        WINDOW_SENT("kafka", "cohort-service", request -> request.is("PRODUCE", "cohort-service")),
        WINDOW_READ(
                "kafka", "certificate-service", request -> request.is("OFFSET_COMMIT", "consumer-certificate-service")),
        WINDOW_MAILED("smtp", "notification-service", request -> request.is("CONTENT", ""));

        private final String wire;
        private final String victim;
        private final Predicate<Request> request;

        Kind() {
            this("", "", _ -> false);
        }

        Kind(String wire, String victim, Predicate<Request> request) {
            this.wire = wire;
            this.victim = victim;
            this.request = request;
        }

        boolean isWindow() {
            return !wire.isEmpty();
        }

        /// What is answered, and nobody hears of it.
        Predicate<Request> request() {
            return request;
        }

        /// Whom a window kills.
        String victim() {
            return victim;
        }
    }

    @FunctionalInterface
    interface Deed {
        void run() throws Exception;
    }

    private final ThamiSystem system;
    private final Random random;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<Kind> kinds = EnumSet.allOf(Kind.class);
    private final Set<Kind> missed = EnumSet.allOf(Kind.class);
    private int notCome;

    Nemesis(ThamiSystem system, long seed) {
        this.system = system;
        this.random = new Random(seed);
        missed.removeIf(kind -> !kind.isWindow());
    }

    /// Ends when this time is over, but not without what no run goes without.
    ///
    /// @param meanwhile what somebody does once things have been breaking for a while, between two of them
    void rage(Duration duration, Deed meanwhile) throws Exception {
        var end = System.nanoTime() + duration.toNanos();
        if (!FakeTime.isHere()) kinds.removeAll(EnumSet.of(Kind.AHEAD, Kind.BEHIND));
        var draw = draw();
        for (var blow : draw.first()) strike(blow);
        meanwhile.run();
        for (var window : List.copyOf(missed)) strike(Blow.of(window)); // once more
        notCome = strike(draw.then(), end);
        while (System.nanoTime() < end) strike(draw().all(), end);
    }

    /// @return how many of them did not come, because the time was over
    private int strike(List<Blow> blows, long end) throws Exception {
        var struck = 0;
        while (struck < blows.size() && System.nanoTime() < end) strike(blows.get(struck++));
        return blows.size() - struck;
    }

    /// How much of the first draw did not come.
    int notCome() {
        return notCome;
    }

    private Draw draw() {
        return Draw.from(random, kinds, PROCESSES);
    }

    private void strike(Blow blow) throws Exception {
        pause(500, 2500);
        note(blow.kind(), () -> struck(blow));
    }

    private void note(Kind kind, Callable<List<String>> deed) throws Exception {
        var from = Instant.now();
        for (var target : deed.call()) {
            var fault = new Fault(kind.name(), target, from, Instant.now());
            faults.add(fault);
            System.out.printf(
                    "%s %s %s, %d ms%n",
                    from.truncatedTo(ChronoUnit.SECONDS),
                    kind,
                    target,
                    Duration.between(from, fault.to()).toMillis());
        }
    }

    /// @return what was broken, once it is mended
    private List<String> struck(Blow blow) throws Exception {
        if (blow.kind().isWindow()) return window(blow.kind());
        return switch (blow.kind()) {
            case KILL -> {
                killed(blow.target());
                yield List.of(blow.target());
            }
            case KILL_ALL -> {
                var all = new ArrayList<ProcessHandle>();
                for (var process : PROCESSES) all.add(system.process(process));
                all.forEach(ProcessHandle::destroyForcibly);
                for (var process : all) process.onExit().get(1, TimeUnit.MINUTES);
                system.restart("--separate");
                yield PROCESSES;
            }
            case TERMINATE -> {
                var process = system.process(blow.target());
                process.destroy();
                process.onExit().get(1, TimeUnit.MINUTES);
                system.restart("--separate");
                yield List.of(blow.target());
            }
            case FREEZE -> {
                var process = system.process(blow.target());
                signal(process, "STOP");
                pause(2000, 8000);
                signal(process, "CONT");
                yield List.of(blow.target());
            }
            case CUT -> onAWire(Wire::cut);
            case HANG -> onAWire(Wire::hang);
            case RESET -> onAWire(Wire::reset);
            case DELAY -> onAWire(wire -> wire.trouble(Trouble.delay(Duration.ofMillis(between(20, 220)))));
            case THROTTLE -> onAWire(wire -> wire.trouble(Trouble.bandwidth(between(2_000, 20_000))));
            case SLICE -> onAWire(wire -> wire.trouble(Trouble.slices(between(1, 64))));
            case LIMIT -> onAWire(wire -> wire.trouble(Trouble.limit(between(100, 20_000))));
            case LATE_CLOSE ->
                onAWire(wire -> {
                    wire.trouble(Trouble.lateClose(Duration.ofSeconds(2)));
                    wire.hangUp();
                });
            case SCALE -> scale();
            case AHEAD -> clockIs(between(2, 5));
            case BEHIND -> clockIs(-between(2, 5));
            default -> throw new IllegalStateException(blow.kind().name());
        };
    }

    private void killed(String victim) throws Exception {
        system.kill(victim);
        pause(0, 3000);
        system.restart("--separate");
    }

    /// Three of one service where one was, and one again: one ends as it should, one is killed.
    private List<String> scale() throws Exception {
        var service = one(RepositoryFiles.SERVICES);
        var second = system.another(service);
        var third = system.another(service);
        pause(3000, 8000);
        second.destroy();
        third.destroyForcibly();
        for (var one : List.of(second, third)) one.onExit().get(1, TimeUnit.MINUTES);
        return List.of(service);
    }

    /// One service whose clock is minutes ahead or behind, in place of the one with the right time.
    private List<String> clockIs(int minutes) throws Exception {
        var service = one(RepositoryFiles.SERVICES);
        var twin = system.inPlaceOf(service, FakeTime.variables(Duration.ofMinutes(minutes)));
        pause(3000, 8000);
        twin.destroy();
        twin.onExit().get(1, TimeUnit.MINUTES);
        system.restart("--separate");
        return List.of(service);
    }

    private int between(int atLeast, int below) {
        return random.nextInt(atLeast, below);
    }

    private List<String> onAWire(Consumer<Wire> breaking) {
        var wire = one(WIRES);
        breaking.accept(system.wire(wire));
        pause(2000, 8000);
        system.wire(wire).mend();
        return List.of(wire);
    }

    private List<String> window(Kind kind) throws Exception {
        try (var withheld = system.wire(kind.wire).withholdAnswerTo(kind.request)) {
            if (!withheld.isHitWithin(UNTIL_HIT)) return List.of();
            system.kill(kind.victim);
        }
        missed.remove(kind);
        system.restart("--separate");
        return List.of(kind.victim);
    }

    private static void signal(ProcessHandle process, String signal) throws Exception {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void pause(int atLeast, int atMost) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(between(atLeast, atMost)));
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /// Windows that were never hit, tried or not: what they would have shown was not shown.
    Set<Kind> missed() {
        return missed;
    }

    Map<String, Long> byKind() {
        return faults.stream().collect(Collectors.groupingBy(Fault::kind, TreeMap::new, Collectors.counting()));
    }
}
