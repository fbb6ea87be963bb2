package thami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thami.launcher.ProcessMark;

class ChildrenTest {

    @TempDir
    private Path folder;

    private Children children;
    private Process process;

    @BeforeEach
    void begin() throws IOException {
        children = new Children(folder.resolve("processes"));
        // what it does when it is told to end shows that it was told, and not killed
        process = new ProcessBuilder(
                        "sh", "-c", "trap 'touch tidied; exit' TERM; touch up; while :; do sleep 0.05; done")
                .directory(folder.toFile())
                .start();
        while (Files.notExists(folder.resolve("up"))) Thread.onSpinWait();
    }

    @AfterEach
    void end() {
        Signal.CONTINUE.to(process.pid());
        process.destroyForcibly();
    }

    @Test
    void whatIsFrozenIsLetGoOnAndEndsByItself() throws Exception {
        children.note(process.toHandle());
        Signal.STOP.to(process.pid());

        children.endAll();

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("tidied")).exists();
        assertThat(folder.resolve("processes")).isEmptyDirectory();
    }

    @Test
    void aStrangerWhoHasTheNumberMeanwhileIsLeftAlone() throws Exception {
        var mark = new ProcessMark(process.pid(), "1@another-start-of-the-machine");
        Files.writeString(folder.resolve("processes").resolve(String.valueOf(process.pid())), mark.line());

        children.endAll();

        assertThat(process.isAlive()).isTrue();
        assertThat(folder.resolve("processes")).isEmptyDirectory();
    }
}
