package thami.system;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills each service and each part of the platform in turn while people go their way, then counts.
class KillStory {

    @Test
    void everyAcknowledgedApplicationHasWhatWasOrderedOneCertificateAndItsMails(@TempDir Path home) throws Exception {
        try (var system = ThamiSystem.start(home, "--separate")) {
            var story = system.story(Duration.ofMinutes(5));
            var kills = new ArrayList<Fault>();
            try (var watch = new Watch(system);
                    var crowd = Crowd.goingTo(story, story.openCall(500), watch)) {
                for (var victim : Nemesis.PROCESSES) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(700));
                    var from = Instant.now();
                    system.kill(victim);
                    system.restart("--separate");
                    kills.add(new Fault("KILL", victim, from, Instant.now()));
                }
                crowd.finish();
                System.out.printf("%d kills, %s%n", kills.size(), crowd.assertAllArrived(List.copyOf(kills)));
            }
        }
    }
}
