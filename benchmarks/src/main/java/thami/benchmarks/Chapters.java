package thami.benchmarks;

import java.util.ArrayList;
import java.util.List;
import thami.benchmarks.Chapter.Figure;
import thami.benchmarks.Chapter.Limit;
import thami.benchmarks.Chapter.Sides;
import thami.benchmarks.Chapter.Target;

/// What the page is made of, in its order.
final class Chapters {

    private static final String WARM =
            "A side's legs begin %s (8 %% or 4,000 where no rule stands among the conditions)."
                    .formatted(JourneySection.WARM.rule(JourneySection.GONE));

    private static final String IN_TURN = """

            Each size has a relay with a database and a topic of its own; both are filled and warm before the first leg, and the one that
            is not measured is held. What a leg has left behind is deleted before the next, so that the sizes stay what they are.""";

    static List<Chapter> all() {
        var all = new ArrayList<Chapter>();
        all.add(relay());
        for (var level : JourneySection.LEVELS) all.add(journey(level));
        all.addAll(
                List.of(generator(), layers(), certificate(), mail(), pages(), scale(), pending(), start(), memory()));
        return all;
    }

    private static Chapter relay() {
        return new Chapter(
                "Relay",
                "relay",
                "relay",
                """
                One service's outbox alone: 16 writers save documents with one event each, and all of them are sent, acknowledged and
                taken out of the documents. The floor does insert, produce and pull by the plain drivers in the same shape. CPU is
                milliseconds per event. After each leg the topic is read back and compared with what set out, by ids (where no rule stands
                among the conditions: counted by the relay itself).""",
                Sides.FLOOR,
                List.of(
                        new Figure("per second", "events relayed", "per second"),
                        new Figure("CPU relay", "CPU of the relaying process", "ms"),
                        new Figure("CPU broker", "CPU of the broker", "ms"),
                        new Figure("CPU store", "CPU of the store", "ms"),
                        new Figure("CPU together", "CPU together", "ms"),
                        new Figure("save p99", "a save takes, p99", "ms"),
                        new Figure("repeated", "sent once more", "events per leg")),
                List.of(new Target("per second", "Throughput", 0.8, false)),
                List.of());
    }

    private static Chapter journey(JourneySection.Level level) {
        var share = (int) (level.share() * 100);
        return new Chapter(
                level.withCertificate()
                        ? "Journey at %d %% of own saturation".formatted(share)
                        : "Journey without certificate, at %d %% of own saturation".formatted(share),
                level.name(),
                level.name(),
                level.withCertificate() ? """
                        One person's way through public HTTP: applies, is admitted, completes four modules, gets a sealed certificate and three
                        mails. The floor does the same 40 writes, 8 records, 3 mails and one PDF, by the same press, in one process without any
                        framework, and answers the same script; it checks nobody's right to ask. CPU is milliseconds per person.
                        """ + WARM : """
                        The same way as far as the entitlement: nothing is printed, nothing sealed, two mails. CPU is milliseconds per person.
                        """ + WARM,
                Sides.FLOOR,
                List.of(
                        new Figure("CPU together", "CPU together", "ms"),
                        new Figure("compilers", "of that the compilers", "ms"),
                        new Figure("rate", "people", "per second"),
                        new Figure("CPU store", "CPU of the store", "ms"),
                        new Figure("CPU broker", "CPU of the broker", "ms"),
                        new Figure("CPU generator", "CPU of generator, script and sink", "ms"),
                        new Figure("requests", "requests of the script", "per person"),
                        new Figure("store commands", "commands to the store", "per person"),
                        new Figure("writes", "of these inserts and updates", "per person"),
                        new Figure("p50", "to the last mail, p50 of a leg", "ms"),
                        new Figure("p99", "to the last mail, p99 of a leg", "ms")),
                List.of(new Target("CPU together", "CPU per person", level.withCertificate() ? 1.3 : 2, true)),
                List.of());
    }

    private static Chapter generator() {
        return new Chapter(
                "The generator",
                "generator",
                "generator",
                """
                Whoever sends people through the journey, with the staff's script and the sink, against a server in a process of its own that
                does nothing but answer at once and send the three mails: at four times as many requests a second as the leg of the journey
                that sends most. What it is late here it is late by itself; a leg of the journey counts for nothing beyond 5 ms, these count
                in any case. CPU is milliseconds per person.""",
                Sides.NONE,
                List.of(
                        new Figure("requests", "requests", "per second"),
                        new Figure("rate", "people", "per second"),
                        new Figure("late", "sent late, p99", "ms"),
                        new Figure("p50", "to the last mail, p50", "ms"),
                        new Figure("p99", "to the last mail, p99", "ms"),
                        new Figure("CPU generator", "CPU of generator, script and sink", "ms"),
                        new Figure("CPU server", "CPU of the server", "ms")),
                List.of(),
                List.of(new Limit(
                        GeneratorSection.SIDE,
                        "late",
                        "At four times the journey, late, p99,",
                        "ms",
                        Disturbance.LATE,
                        true)));
    }

    private static Chapter layers() {
        return new Chapter(
                "What the floor is made of",
                "layers",
                "layers",
                """
                The floor's work for one person, one thing after the other and twelve people side by side, without requests and consumers:
                the writes alone, then more with each row. CPU is milliseconds per person; what the journey's floor takes beyond the last
                row are its requests and its consumers.""",
                Sides.NONE,
                List.of(
                        new Figure("CPU together", "CPU together", "ms"),
                        new Figure("CPU floor", "of the floor", "ms"),
                        new Figure("CPU store", "of the store", "ms"),
                        new Figure("CPU broker", "of the broker", "ms"),
                        new Figure("CPU generator", "of the sink", "ms"),
                        new Figure("per second", "people", "per second")),
                List.of(),
                List.of());
    }

    private static Chapter certificate() {
        return new Chapter(
                "Certificates",
                "certificate",
                "certificate",
                """
                Render and seal with one thread, by certificate-service's own press: names in Latin, Greek and Cyrillic letters, PDF/A-3a and
                PDF/UA-1 (that veraPDF finds nothing is `PdfPressTest`'s), PAdES baseline B. A core
                second is one of CPU, collector and compiler included; a service runs for weeks, so the legs begin once the compilers have
                little left to do.""",
                Sides.NONE,
                List.of(
                        new Figure("per core second", "certificates", "per core second"),
                        new Figure("per second", "certificates", "per second"),
                        new Figure("CPU each", "CPU each", "ms"),
                        new Figure("kilobytes", "size", "kB")),
                List.of(),
                List.of(new Limit(
                        CertificateSection.SIDE, "per core second", "Certificates", "per core second", 100, false)));
    }

    private static Chapter mail() {
        return new Chapter(
                "Mails",
                "mail",
                "mail",
                """
                1,000 notifications lie in the store while the sink holds its answers; then notification-service claims, sends and notes
                each, over two kept connections. The floor is a loop of angus-mail over two kept connections to the same sink, without a
                store. Both have sent 10,000 mails before the first leg, so that their compilers are done; our limit of mails per second is
                lifted, and our patience with the sink that holds its answers is longer than usual. CPU is milliseconds per mail. A leg ends
                when each of the 1,000 people has a mail, and a copy stands in for none (where no rule stands among the conditions: with
                the 1,000th mail).""",
                Sides.FLOOR,
                List.of(
                        new Figure("per second", "mails", "per second"),
                        new Figure("CPU together", "CPU together", "ms"),
                        new Figure("CPU generator", "CPU of the sink", "ms"),
                        new Figure("repeated", "sent once more", "mails per leg")),
                List.of(new Target("per second", "Mails", 0.5, false)),
                List.of());
    }

    private static Chapter pages() {
        return new Chapter(
                "Pages and API",
                "pages",
                "pages",
                """
                One page or resource at a time, at a fixed rate, through the entrance. CPU is milliseconds per request, of all processes and
                the generator.""",
                Sides.NONE,
                List.of(
                        new Figure("p50", "p50", "ms"),
                        new Figure("p99", "p99", "ms"),
                        new Figure("CPU together", "CPU together", "ms"),
                        new Figure("late", "sent late, p99", "ms")),
                List.of(),
                List.of());
    }

    private static Chapter scale() {
        return new Chapter(
                "Growth of what is stored",
                "scale",
                "scale",
                """
                The same work among few stored documents and among many: a sweep for what a crash left (five times a second, so that a leg has
                thirty), 6,000 documents saved and relayed, 2,000 that a crash left drained by the sweeper. Cost may grow by 1.3 at most.
                """ + IN_TURN,
                new Sides(ScaleSection.MANY, ScaleSection.FEW),
                List.of(
                        new Figure("sweep", "a sweep", "ms"),
                        new Figure("saved and relayed", "saved and relayed", "per second"),
                        new Figure("drained", "drained by the sweeper", "per second"),
                        new Figure("save p50", "a save takes, p50", "ms"),
                        new Figure("save p99", "a save takes, p99", "ms"),
                        new Figure("repeated", "sent once more", "events per leg")),
                List.of(
                        new Target("sweep", "Sweep", 1.3, true),
                        new Target("saved and relayed", "Saved and relayed", 1 / 1.3, false),
                        new Target("drained", "Drain rate", 1 / 1.3, false),
                        new Target("save p99", "Save p99", 1.3, true)),
                List.of());
    }

    private static Chapter memory() {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("PSS together", "PSS of all", "MiB"));
        figures.add(new Figure("PSS platform", "of that platform", "MiB"));
        figures.add(new Figure("heap platform", "heap of platform", "MiB"));
        for (var service : LocalSystem.SERVICES) figures.add(new Figure("heap " + service, "of " + service, "MiB"));
        return new Chapter("Memory", "memory", "memory --seconds=160", """
                The system as people start it, half a minute after it was ready; while people go their whole way; and half a minute after the
                last. PSS is the processes' share of memory, under load in the middle of a leg (where that does not stand among the
                conditions: when the leg's last person had arrived); heap is what a full collection leaves at the end of a leg.
                Median, least and most of the legs.""", Sides.NONE, figures, List.of(), List.of());
    }

    private static Chapter pending() {
        return new Chapter(
                "Growth of what is pending",
                "pending",
                "scale",
                """
                A crash or an outage has left few documents or many with events that nobody has sent. The sweeper is at them; how long it takes
                for 8,000, while somebody saves 50 documents a second. The heap is the relaying process's, before a collection.
                """ + IN_TURN,
                new Sides(ScaleSection.MANY, ScaleSection.FEW),
                List.of(
                        new Figure("drained", "drained by the sweeper", "per second"),
                        new Figure("pending", "pending when the leg begins", "documents"),
                        new Figure("save p50", "a save takes meanwhile, p50", "ms"),
                        new Figure("save p99", "a save takes meanwhile, p99", "ms"),
                        new Figure("heap", "heap of the relaying process", "MiB"),
                        new Figure("repeated", "sent once more", "events per leg")),
                List.of(
                        new Target("drained", "Drain rate", 1 / 1.3, false),
                        new Target("save p99", "Save p99", 1.3, true)),
                List.of());
    }

    private static Chapter start() {
        return new Chapter(
                "Start",
                "start",
                "start",
                """
                `./thami start` as people do it, after the first time: five processes, C1 alone. *Ready* counts from the first process to the
                last that answers, *accepted* from the command until a call was opened and somebody's application accepted.""",
                new Sides(StartSection.WITH, StartSection.WITHOUT),
                List.of(
                        new Figure("ready", "ready", "s"),
                        new Figure("command", "the command returns", "s"),
                        new Figure("accepted", "first application accepted", "s"),
                        new Figure("processor seconds", "CPU", "s"),
                        new Figure("megabytes", "memory (PSS), ready", "MiB")),
                List.of(),
                List.of(
                        new Limit(StartSection.WITH, "command", "The command returns after", "s", 10, true),
                        new Limit(StartSection.WITH, "accepted", "First application accepted after", "s", 10, true),
                        new Limit(StartSection.WITH, "megabytes", "Memory of all (PSS), ready,", "MiB", 1_638, true)));
    }

    private Chapters() {}
}
