package thami.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Starts what the site needs and waits until it serves.
record Start(Path root, Site site) {

    /// @return when the first process was started, in milliseconds since 1970
    long run() throws IOException, InterruptedException {
        var home = site.home();
        var planned = missing();
        if (planned.isEmpty()) throw new Refusal("ThAMI runs already: ./thami status shows it, ./thami stop ends it.");
        home.prepare();
        // Before what takes long: whoever has to free a port first need not wait for it.
        planned.forEach(it -> it.ports()
                .forEach(part -> Ports.refuseIfTaken(part, site.ports().of(part))));
        if (site.isBuiltHere()) new Build(root).bringUpToDate();
        new Secrets(home.secrets()).complete();
        new Training(root, home).bringUpToDate();
        site.settings().note(home);
        var began = System.currentTimeMillis();
        var running = new Launch(root, site).run(planned);
        report(running, (System.currentTimeMillis() - began) / 1e3);
        return began;
    }

    /// What does not run of what should: all of it, or what ended while the rest went on.
    List<Site.Planned> missing() {
        var alive = Running.all(site.home()).stream()
                .filter(Running::isAlive)
                .map(Running::name)
                .toList();
        return site.like(alive).processes().stream()
                .filter(planned -> !alive.contains(planned.name()))
                .toList();
    }

    private void report(List<Running> running, double seconds) {
        System.out.printf(
                "Ready in %.1f s, %d processes, %d MB%n",
                seconds,
                running.size(),
                running.stream().mapToLong(Running::megabytes).sum());
        site.addresses().forEach((what, address) -> System.out.printf("  %-11s %s%n", what, address));
        if (!site.environment().containsKey("THAMI_ISSUER")) {
            System.out.printf(
                    "  %-11s admissions, course-management, trainer, certification, … password %s%n",
                    "Sample staff", new Secrets(site.home().secrets()).samplePassword());
        }
    }
}
