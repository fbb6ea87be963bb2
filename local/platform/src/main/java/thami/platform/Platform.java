package thami.platform;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the parts named on the command line, all of them if none is, in this process until it is told to stop.
///
/// Prints `ready` when each serves. A part that cannot start ends the process with 1 and a line that says why.
public final class Platform {

    static {
        // Before the first logger; Spring Boot must not configure it anew when one of the parts starts.
        setUnlessGiven("logback.configurationFile", "thami/platform/logback.xml");
        setUnlessGiven("org.springframework.boot.logging.LoggingSystem", "none");
    }

    private static final Logger log = LoggerFactory.getLogger(Platform.class);

    private Platform() {}

    public static void main(String[] names) throws InterruptedException {
        var began = System.nanoTime();
        var environment = new Environment(System.getenv());
        var parts = names.length == 0
                ? List.of(Part.values())
                : Arrays.stream(names).map(Part::named).toList();
        try {
            var running = start(parts, environment);
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> stop(running)));
            log.info(
                    "ready: {} in {} ms",
                    parts.stream().map(Part::label).collect(Collectors.joining(", ")),
                    (System.nanoTime() - began) / 1_000_000);
        } catch (ExecutionException e) {
            log.error("cannot start: {}", reason(e), e);
            System.exit(1);
        }
        Thread.currentThread().join();
    }

    private static Map<Part, AutoCloseable> start(List<Part> parts, Environment environment)
            throws ExecutionException, InterruptedException {
        var starting = new EnumMap<Part, Future<AutoCloseable>>(Part.class);
        var running = new EnumMap<Part, AutoCloseable>(Part.class);
        try (var threads = Executors.newCachedThreadPool()) {
            parts.forEach(part -> starting.put(part, threads.submit(() -> startOrEnd(part, environment))));
            for (var part : starting.entrySet())
                running.put(part.getKey(), part.getValue().get());
        }
        return running;
    }

    /// The first that fails ends all at once: the others would only take their time to no purpose.
    private static AutoCloseable startOrEnd(Part part, Environment environment) {
        try {
            return part.start(environment);
        } catch (RuntimeException e) {
            log.error("cannot start: {}", reason(e), e);
            Runtime.getRuntime().halt(1);
            throw e;
        }
    }

    /// In reverse: no new request first, the store last but the broker.
    private static void stop(Map<Part, AutoCloseable> running) {
        Arrays.asList(Part.values()).reversed().stream()
                .filter(running::containsKey)
                .forEach(part -> close(part, running.get(part)));
    }

    private static void close(Part part, @org.jspecify.annotations.Nullable AutoCloseable running) {
        try {
            if (running != null) running.close();
        } catch (Exception e) {
            log.warn("{} did not stop cleanly", part.label(), e);
        }
    }

    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && !(cause instanceof IllegalStateException)) cause = cause.getCause();
        return String.valueOf(cause.getMessage());
    }

    private static void setUnlessGiven(String name, String value) {
        if (System.getProperty(name) == null) System.setProperty(name, value);
    }
}
