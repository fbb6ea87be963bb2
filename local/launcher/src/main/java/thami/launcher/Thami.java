package thami.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// The command `./thami`.
public final class Thami {

    private static final String USAGE = """
            Usage: ./thami <command>
              start [--separate]   build what is needed and start everything
              demo                 the same, then take sample people from the application to the certificate
              status [--json]      what runs, where, and how much memory it takes
              logs [name]          the end of the log of one process, or of all
              stop                 stop everything; what was kept stays
              reset [--yes]        stop, and delete everything that was kept
              bench [section …]    measure, in a folder and on ports of its own; bench --help tells more
            """;

    private static final int LOG_LINES = 40;

    private final Path root;
    private final Map<String, String> environment;

    private Thami(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
    }

    public static void main(String[] arguments) throws InterruptedException {
        var root =
                Path.of(System.getProperty("thami.root", ".")).toAbsolutePath().normalize();
        try {
            System.exit(new Thami(root, System.getenv()).run(List.of(arguments)));
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            System.exit(1);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("It did not work: " + e);
            System.exit(1);
        }
    }

    private int run(List<String> arguments) throws IOException, InterruptedException {
        var command = arguments.isEmpty() ? "help" : arguments.getFirst();
        var options = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        switch (command) {
            case "start" -> exclusively(() -> new Start(root, site(options)).run());
            case "demo" -> demo(options);
            case "status" -> {
                return status(options.contains("--json"));
            }
            case "logs" -> logs(options);
            case "stop" -> exclusively(this::stop);
            case "reset" -> reset(options.contains("--yes"));
            case "bench" -> {
                return bench(options);
            }
            case "help", "--help", "-h" -> System.out.print(USAGE);
            default -> {
                System.err.printf("There is no command '%s'.%n%s", command, USAGE);
                return 64;
            }
        }
        return 0;
    }

    private Home home() {
        var named = environment.get("THAMI_HOME");
        var folder = named == null ? root.resolve(".thami") : Path.of(named).toAbsolutePath();
        var programs = environment.get("THAMI_PROGRAMS");
        return new Home(
                folder,
                programs == null
                        ? folder.resolve("programs")
                        : Path.of(programs).toAbsolutePath());
    }

    private Site site(List<String> options) {
        var unknown = options.stream().filter(it -> !it.equals("--separate")).toList();
        if (!unknown.isEmpty())
            throw new Refusal("Unknown option %s: ./thami help shows what there is.".formatted(unknown));
        return asked(options.contains("--separate")).asItRuns();
    }

    private Site asked(boolean separate) {
        return new Site(home(), Ports.of(environment), environment, separate);
    }

    private void demo(List<String> options) throws IOException, InterruptedException {
        var site = site(options);
        var start = new Start(root, site);
        var began = new AtomicLong();
        if (!start.missing().isEmpty()) exclusively(() -> began.set(start.run()));
        var finished = new Demo(root, site).run(demo -> {
            demo.inheritIO();
            if (began.get() > 0) demo.environment().put("THAMI_STARTED", began.toString());
        });
        if (!finished) throw new Refusal("The demo did not finish: ./thami logs shows why.");
    }

    private int bench(List<String> options) throws IOException, InterruptedException {
        if (asked(false).isBuiltHere()) new Build(root).bringUpToDate(Component.BENCHMARKS);
        var command = new ArrayList<>(List.of(
                Unpacked.java(),
                "-Xmx%dm".formatted(Component.BENCHMARKS.heapMegabytes()),
                "-Dthami.root=" + root,
                "-jar",
                Component.BENCHMARKS.jar(root).toString()));
        command.addAll(options);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private int status(boolean json) {
        var all = Running.all(home());
        if (json) {
            System.out.println(all.stream().map(Thami::json).collect(Collectors.joining(",\n ", "[", "]")));
        } else if (all.isEmpty()) {
            System.out.println("ThAMI does not run. ./thami start starts it.");
        } else {
            System.out.printf("%-22s %8s %-9s %7s  %s%n", "NAME", "PID", "STATE", "MB", "ADDRESS");
            all.forEach(it -> System.out.printf(
                    "%-22s %8d %-9s %7d  %s%n", it.name(), it.pid(), state(it), it.megabytes(), address(it)));
            System.out.printf(
                    "%-22s %8s %-9s %7d%n",
                    "together",
                    "",
                    "",
                    all.stream().mapToLong(Running::megabytes).sum());
        }
        if (!json && all.stream().anyMatch(it -> !it.isAlive())) {
            System.out.println(
                    "What is dead has ended by itself: ./thami logs shows why, ./thami start starts it again.");
        }
        return !all.isEmpty() && all.stream().allMatch(Running::isReady) ? 0 : 3;
    }

    private static String json(Running process) {
        return "{\"name\":\"%s\",\"pid\":%d,\"address\":\"%s\",\"state\":\"%s\",\"megabytes\":%d}"
                .formatted(process.name(), process.pid(), address(process), state(process), process.megabytes());
    }

    private static String address(Running process) {
        return process.probes().stream().map(Thami::address).collect(Collectors.joining(" "));
    }

    private static String address(String probe) {
        return probe.startsWith("tcp:")
                ? "127.0.0.1:" + probe.substring("tcp:".length())
                : probe.replaceAll("(https?://[^/]+).*", "$1");
    }

    private static String state(Running process) {
        if (!process.isAlive()) return "dead";
        return process.isReady() ? "ready" : "not-ready";
    }

    private void logs(List<String> names) throws IOException {
        var folder = home().logs();
        if (!Files.isDirectory(folder)) throw new Refusal("There are no logs yet: ./thami start writes them.");
        List<LogFile> all;
        try (var files = Files.list(folder)) {
            all = files.sorted().map(LogFile::new).toList();
        }
        for (var name : names) {
            if (all.stream().noneMatch(it -> it.isOf(name)))
                throw new Refusal("There is no log of '%s', only of: %s."
                        .formatted(name, all.stream().map(LogFile::process).collect(Collectors.joining(", "))));
        }
        for (var log : all) {
            if (!names.isEmpty() && names.stream().noneMatch(log::isOf)) continue;
            System.out.printf("== %s%n", log.path());
            log.last(LOG_LINES).forEach(System.out::println);
        }
    }

    private void stop() throws IOException, InterruptedException {
        if (Running.all(home()).isEmpty()) System.out.println("ThAMI does not run.");
        for (var group : Running.inOrderOfEnding(home())) {
            var threads = group.stream()
                    .map(process -> Thread.ofVirtual().start(() -> stop(process)))
                    .toList();
            for (var thread : threads) thread.join();
        }
    }

    private void stop(Running process) {
        try {
            var alive = process.isAlive();
            var byItself = process.stop(25);
            process.forget(home());
            System.out.printf(
                    "  %s %s%n", process.name(), !alive ? "was dead" : byItself ? "stopped" : "had to be killed");
        } catch (IOException e) {
            System.out.printf("  %s: %s%n", process.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reset(boolean sure) throws IOException, InterruptedException {
        if (!home().exists()) {
            System.out.println("There is nothing to delete.");
            return;
        }
        if (!sure) {
            System.out.printf(
                    "Everything in %s will be deleted: applications, certificates, mails, secrets. Go on? [y/N] ",
                    home().folder());
            var answer = new Scanner(System.in, java.nio.charset.StandardCharsets.UTF_8);
            if (!answer.hasNextLine() || !answer.nextLine().strip().equalsIgnoreCase("y"))
                throw new Refusal("Nothing was deleted.");
        }
        exclusively(this::stop);
        home().delete();
        System.out.println("Deleted. ./thami start begins anew.");
    }

    /// Of two commands that change something, the second is refused.
    private void exclusively(Work work) throws IOException, InterruptedException {
        try (var channel = lockFile();
                var lock = channel.tryLock()) {
            if (lock == null)
                throw new Refusal("Another ./thami is at work on %s: wait for it.".formatted(home().folder()));
            work.run();
        }
    }

    private FileChannel lockFile() {
        try {
            Home.createPrivate(home().folder());
            return FileChannel.open(home().lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw home().unusable(e);
        }
    }
}
