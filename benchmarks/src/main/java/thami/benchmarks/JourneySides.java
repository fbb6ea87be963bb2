package thami.benchmarks;

import static thami.benchmarks.RelaySection.OURS;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// The system and the floor beside each other, on one broker and one store; whichever is not measured is frozen.
final class JourneySides implements AutoCloseable {

    private static final List<String> ROLES = List.of("admissions", "trainer", "certification");
    private static final int MODULES = 4;
    /// As many as a course has: an intake grows with each decision.
    private static final int SEATS = 25;

    private static final List<String> FLOOR_JVM = List.of("-Xmx256m", "-XX:+UseSerialGC", "-Duser.timezone=UTC");

    private final LocalSystem system;
    private final Sink sink;
    private final Worker floor;
    private Person.Client client = new Person.Client();
    private final int floorPort;
    private final Map<String, AtomicInteger> gone = new ConcurrentHashMap<>();

    private JourneySides(LocalSystem system, Sink sink, Worker floor) throws IOException {
        this.system = system;
        this.sink = sink;
        this.floor = floor;
        this.floorPort = floor.ask("port").getOrDefault("port", 0.0).intValue();
    }

    static JourneySides start(Run run) throws IOException, InterruptedException {
        var system = new LocalSystem(run);
        var sink = Sink.start(system.port("smtp"));
        system.startSeparately();
        var sides =
                new JourneySides(system, sink, Worker.start(run.children(), "floor", FLOOR_JVM, system.environment()));
        sides.floor.hold();
        sides.system.hold();
        return sides;
    }

    void awake(String side) {
        if (side.equals(OURS)) system.goOn();
        else floor.goOn();
    }

    void hold(String side) {
        if (side.equals(OURS)) system.hold();
        else floor.hold();
    }

    /// How many people have set out on this side so far.
    int gone(String side) {
        return gone.getOrDefault(side, new AtomicInteger()).get();
    }

    int requests() {
        return client.requests();
    }

    /// Only what takes part: the other side's processes are frozen.
    Map<String, Long> pids(String side) {
        var pids = new LinkedHashMap<String, Long>();
        if (side.equals(OURS)) {
            pids.putAll(system.pids());
        } else {
            pids.put("floor", floor.pid());
            for (var part : List.of("broker", "store")) {
                var pid = system.pids().get(part);
                if (pid != null) pids.put(part, pid);
            }
        }
        pids.put("generator", ProcessHandle.current().pid());
        return pids;
    }

    /// What the services have sent to the store so far, and of that inserts and updates. The floor's are counted in its
    /// description.
    double[] storeCommands(String side) throws IOException, InterruptedException {
        if (!side.equals(OURS)) return new double[] {Double.NaN, Double.NaN};
        var ports = new HashMap<String, Integer>();
        for (var service : LocalSystem.SERVICES) ports.put(service, system.port(service.replace("-service", "")));
        var commands = new StoreCommands(ports);
        var all = commands.now().values().stream().mapToDouble(it -> it).sum();
        return new double[] {all, commands.writes()};
    }

    /// People one after the other, spread over calls as large as a course.
    static final class Way {

        private final Person.Site site;
        private final Sink sink;
        private final List<Person.Call> calls;
        private final AtomicInteger gone;
        private final AtomicInteger number = new AtomicInteger();

        private Way(AtomicInteger gone, Person.Site site, Sink sink, List<Person.Call> calls) {
            this.gone = gone;
            this.site = site;
            this.sink = sink;
            this.calls = calls;
        }

        Person next() {
            gone.incrementAndGet();
            return new Person(site, sink, calls.get(number.getAndIncrement() % calls.size()), UUID.randomUUID());
        }
    }

    /// With connections of its own: those of before may have ended while the side was frozen.
    ///
    /// @param people how many may come at most
    Way way(String side, int people) throws IOException {
        client.close();
        client = new Person.Client();
        var counted = gone.computeIfAbsent(side, _ -> new AtomicInteger());
        if (side.equals(OURS)) return through(system, sink, client, counted, people);
        return unchecked("http://127.0.0.1:" + floorPort, sink, client, counted);
    }

    /// Where nobody looks who asks, and any call will do.
    static Way unchecked(String url, Sink sink, Person.Client client, AtomicInteger counted) {
        var call = new Person.Call(
                UUID.randomUUID(),
                Stream.generate(UUID::randomUUID).limit(MODULES).toList());
        return new Way(counted, new Person.Site(url, Map.of(), client), sink, List.of(call));
    }

    /// With calls that are open and staff who have signed in.
    static Way through(LocalSystem system, Sink sink, Person.Client client, AtomicInteger counted, int people)
            throws IOException {
        var calls = new ArrayList<Person.Call>();
        var story = system.story(Duration.ofSeconds(30));
        for (var seats = 0; seats < people; seats += SEATS) {
            var call = story.openCall(SEATS);
            calls.add(new Person.Call(call.id(), call.modules()));
        }
        var tokens = new HashMap<String, String>();
        for (var role : ROLES) tokens.put(role, story.token(role));
        return new Way(counted, new Person.Site(system.url(), tokens, client), sink, List.copyOf(calls));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        floor.close();
        client.close();
        system.close();
        sink.close();
    }
}
