package thami.launcher;

import java.nio.file.Path;
import java.util.List;

/// A program of this build that runs as a process: its module, its jar, how much heap it may have.
record Component(String name, Path module, String classifier, int heapMegabytes) {

    static final List<String> SERVICES =
            List.of("registration-service", "cohort-service", "certificate-service", "notification-service");

    static final Component PLATFORM = new Component("platform", Path.of("local/platform"), "-exec", 256);

    static final List<Component> ALL = List.of(
            PLATFORM,
            service("registration-service", 144),
            service("cohort-service", 144),
            service("certificate-service", 192),
            service("notification-service", 144));

    /// Not started by itself: goes its way through the running system, and ends.
    static final Component DEMO = new Component("demo", Path.of("local/launcher"), "-exec", 64);

    /// Not started by itself either: measures.
    static final Component BENCHMARKS = new Component("benchmarks", Path.of("benchmarks"), "-exec", 512);

    private static Component service(String name, int heapMegabytes) {
        return new Component(name, Path.of(name), "", heapMegabytes);
    }

    Path jar(Path root) {
        return root.resolve(module)
                .resolve("target/%s-0.1.0-SNAPSHOT%s.jar".formatted(module.getFileName(), classifier));
    }

    boolean isService() {
        return SERVICES.contains(name);
    }

    /// `registration` of `registration-service`.
    String shortName() {
        return name.replace("-service", "");
    }

    /// The same in every run, training included: a cache fits one set of options.
    ///
    /// C2 would compete with five starts for two processors; `THAMI_COMPILER=full` lets it in, to measure with.
    List<String> jvmOptions() {
        var full = "full".equals(System.getenv("THAMI_COMPILER"));
        return List.of(
                "-Dspring.aot.enabled=" + isService(), // what the build has prepared of the beans
                "-Xmx" + heapMegabytes + "m",
                "-Xss512k",
                "-XX:TieredStopAtLevel=" + (full ? 4 : 1),
                "-XX:+UseSerialGC",
                // Address space, not memory. C2 fills more, and a fuller one is collected, with everything stopped.
                "-XX:ReservedCodeCacheSize=" + (full ? 240 : 64) + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED");
    }
}
