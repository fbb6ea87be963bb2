package thami.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// Lets the programs make the caches that their later starts use, by doing once what they will do: all of them start,
/// in
/// a folder and on ports of their own, and take the sample people to their certificates.
///
/// A cache holds the classes that were used; one made by a start alone lacks every seventh.
record Training(Path root, Home home) {

    /// A cache of more than a hundred megabytes is written at the end of each.
    private static final int PATIENCE_SECONDS = 180;

    void bringUpToDate() throws InterruptedException {
        var stale = Component.ALL.stream()
                .map(component -> Unpacked.of(component, home))
                .filter(program -> !program.isCurrent(root))
                .toList();
        if (stale.isEmpty()) return;
        System.out.println("Preparing a fast start (once per build) …");
        try {
            timed("programs unpacked", () -> unpack(stale));
            rehearse();
            for (var program : stale) {
                if (!program.finish(root))
                    System.out.printf(
                            "  %s starts slowly, without a cache%n",
                            program.component().name());
            }
        } catch (IOException e) {
            throw new Refusal("The programs could not be prepared: %s (is the disk full?)".formatted(e.getMessage()));
        }
    }

    /// Two at a time: it is work for the processor, and two is what a small machine has.
    private void unpack(List<Unpacked> programs) throws IOException, InterruptedException {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var unpacking = programs.stream()
                    .<Callable<Void>>map(program -> () -> {
                        program.unpack(root);
                        return null;
                    })
                    .toList();
            for (var done : threads.invokeAll(unpacking)) done.get();
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        }
    }

    private void rehearse() throws IOException, InterruptedException {
        var site = new Site(new Home(home.run().resolve("training"), home.programs()), Ports.free(), Map.of(), false);
        clear(site.home()); // what a rehearsal that was cut off has left
        var over = new AtomicBoolean();
        var cutOff = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (over.get()) return;
            cutOff.set(true);
            endAll(site.home());
        }));
        try {
            timed("rehearsed", () -> play(site));
            timed("caches written", () -> end(site.home()));
        } catch (Refusal refusal) {
            System.out.println("  " + refusal.getMessage());
        } finally {
            clear(site.home());
            over.set(true);
        }
        while (cutOff.get()) LockSupport.park(); // until this process has ended: it may start nothing more
    }

    private void play(Site site) throws IOException, InterruptedException {
        site.home().prepare();
        new Secrets(site.home().secrets()).complete();
        new Launch(root, site).run(site.processes());
        var log = home.log("training").path().toFile();
        new Demo(root, site).run(demo -> demo.redirectErrorStream(true).redirectOutput(log));
    }

    /// The services first, while what they need is there.
    private static void end(Home rehearsal) throws InterruptedException {
        for (var group : Running.inOrderOfEnding(rehearsal)) Running.stopAll(group, PATIENCE_SECONDS);
    }

    /// For a while: whoever is cut off may be starting the next one at this moment.
    private static void endAll(Home rehearsal) {
        for (var i = 0; i < 10; i++) {
            Running.all(rehearsal).forEach(Running::kill);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static void clear(Home rehearsal) throws IOException {
        Running.all(rehearsal).forEach(Running::kill);
        Unpacked.deleteTree(rehearsal.folder());
    }

    private static void timed(String what, Work work) throws IOException, InterruptedException {
        var began = System.nanoTime();
        work.run();
        System.out.printf("  %s in %.1f s%n", what, (System.nanoTime() - began) / 1e9);
    }
}
