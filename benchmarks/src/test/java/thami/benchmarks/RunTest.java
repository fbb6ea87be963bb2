package thami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Beside a run in another process, which has begun one of its own.
class RunTest {

    private static final Options OPTIONS = Options.of(List.of());

    @TempDir
    private Path root;

    private Process other;
    private ProcessHandle begun;

    @BeforeEach
    void anotherRun() throws IOException {
        other = new ProcessBuilder(
                        Worker.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Another.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        begun = ProcessHandle.of(Long.parseLong(other.inputReader().readLine())).orElseThrow();
    }

    @AfterEach
    void end() {
        other.destroyForcibly();
        begun.destroyForcibly();
    }

    @Test
    void whileOneIsAtWorkAnotherIsRefused() {
        assertThatThrownBy(() -> Run.in(root, OPTIONS))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Another ./thami bench is at work");
        assertThat(begun.isAlive()).as("what it has begun is left alone").isTrue();
    }

    @Test
    void whatAKilledOneHasLeftIsEndedByTheNext() throws Exception {
        var left = Files.createDirectories(root.resolve(".thami/bench/scratch/parts"));
        other.destroyForcibly().waitFor(); // SIGKILL: it has no time to end anything
        assertThat(begun.isAlive()).isTrue();

        Run.in(root, OPTIONS).lock().channel().close();

        assertThat(begun.isAlive()).isFalse();
        assertThat(left).doesNotExist();
    }

    @Test
    void onADiskThatIsFullNothingIsBegun() {
        assertThatThrownBy(() -> Run.refuseLittleSpace(Path.of("/proc"))) // nothing is ever free there
                .isInstanceOf(Refused.class)
                .hasMessageContaining("0 MB are free");
    }

    /// Says the number of what it has begun, once it has collected its garbage, and waits to be killed.
    static final class Another {

        public static void main(String[] arguments) throws Exception {
            var run = Run.in(Path.of(arguments[0]), OPTIONS);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(run::end)); // as Bench has it
            var begun = run.children().start(new ProcessBuilder("sleep", "600"));
            System.gc();
            System.out.println(begun.pid());
            Thread.currentThread().join();
        }
    }
}
