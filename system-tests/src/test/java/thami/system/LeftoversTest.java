package thami.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class LeftoversTest {

    @Test
    void whatAKilledRunHasStartedEndsSoonAfterIt() throws Exception {
        var run = new ProcessBuilder(Leftovers.small(Run.class))
                .redirectErrorStream(true)
                .start();
        ProcessHandle started;
        try (var said = new BufferedReader(run.inputReader(StandardCharsets.UTF_8))) {
            started = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            assertThat(started.isAlive()).isTrue();
            run.destroyForcibly().onExit().join();
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> !started.isAlive());
    }

    /// A run of tests that has started something and is at work.
    static final class Run {

        private Run() {}

        static void main() throws IOException {
            var started = new ProcessBuilder("sleep", "600").start();
            Leftovers.note(started.toHandle());
            System.out.println(started.pid());
            LockSupport.park();
        }
    }
}
