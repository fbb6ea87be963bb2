package thami.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import thami.benchmarks.floor.AtOnce;
import thami.benchmarks.floor.Floor;
import thami.benchmarks.floor.Layers;
import thami.benchmarks.floor.MailLoop;
import thami.benchmarks.relay.OurRelay;
import thami.benchmarks.relay.PlainRelay;

/// The command `./thami bench`.
public final class Bench {

    private static final List<Section> SECTIONS = List.of(
            new RelaySection(),
            new JourneySection(),
            new GeneratorSection(),
            new LayersSection(),
            new CertificateSection(),
            new MailSection(),
            new PagesSection(),
            new ScaleSection(),
            new StartSection(),
            new MemorySection());

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && arguments[0].equals("worker")) {
            work(arguments[1]);
            return;
        }
        try {
            System.exit(run(Arrays.asList(arguments)));
        } catch (Refused refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        } catch (IOException | ExecutionException | IllegalStateException failed) {
            System.err.println("Cut off, what was finished is kept: " + failed.getMessage());
            System.exit(1);
        }
    }

    /// In a process of its own: what is measured.
    private static void work(String name) throws Exception {
        switch (name) {
            case "relay-ours" -> OurRelay.serve();
            case "relay-floor" -> PlainRelay.serve();
            case "floor" -> Floor.serve();
            case "at-once" -> AtOnce.serve();
            case "layers" -> Layers.serve();
            case "mail-floor" -> MailLoop.serve();
            case "certificate" -> CertificateLoop.serve();
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static int run(List<String> arguments) throws Exception {
        if (arguments.contains("--help")) {
            System.out.print(Options.USAGE);
            return 0;
        }
        var root =
                Path.of(System.getProperty("thami.root", ".")).toAbsolutePath().normalize();
        if (arguments.contains("--page")) {
            new PerformancePage(root).write();
            return 0;
        }
        var options = Options.of(arguments);
        var sections = sections(options.sections());
        var run = Run.in(root, options);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(run::end));
        var complete = true;
        for (var section : sections) {
            System.out.println(section.name());
            if (!section.run(run)) {
                System.out.printf(
                        "%s is not complete; what was finished is kept, the next run goes on.%n", section.name());
                complete = false;
            }
            new PerformancePage(root).keep(section, run);
        }
        new PerformancePage(root).write();
        return complete ? 0 : 3;
    }

    /// Those of these names; all where none is named.
    static List<Section> sections(List<String> names) {
        if (names.isEmpty()) return SECTIONS;
        var named = SECTIONS.stream()
                .flatMap(section -> Stream.concat(Stream.of(section), section.parts().stream()))
                .filter(section -> names.contains(section.name()))
                .toList();
        if (named.size() < names.size()) throw new Refused("There is no such section among %s.".formatted(names));
        return named;
    }

    private Bench() {}
}
