package thami.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessMarkTest {

    private static final ProcessHandle OURS = ProcessHandle.current();

    private @TempDir Path proc;

    @BeforeEach
    void linux() throws IOException {
        Files.createDirectories(proc.resolve("sys/kernel/random"));
        Files.createDirectories(proc.resolve(String.valueOf(OURS.pid())));
        system("7d6d3ebc");
        began(5426210);
    }

    @Test
    void onLinuxNothingOfItIsFromAClockThatCanBeSet() {
        assertThat(ProcessMark.of(OURS, proc).line()).isEqualTo(OURS.pid() + " 5426210@7d6d3ebc");
        assertThat(ProcessMark.of(OURS, proc).alive(proc)).contains(OURS);
    }

    @Test
    void aLaterProcessOfTheSameNumberIsAnother() throws Exception {
        var mark = ProcessMark.of(OURS, proc);
        began(5426211);

        assertThat(mark.alive(proc)).isEmpty();
    }

    @Test
    void theSameTicksAfterAnotherBootAreAnother() throws Exception {
        var mark = ProcessMark.of(OURS, proc);
        system("c0ffee00");

        assertThat(mark.alive(proc)).isEmpty();
    }

    @Test
    void elsewhereTheTimeOfDayHasToDo() {
        var elsewhere = proc.resolve("none");
        var mark = ProcessMark.of(OURS, elsewhere);

        assertThat(mark.alive(elsewhere)).contains(OURS);
        assertThat(mark.alive(proc)).as("noted by an earlier launcher").contains(OURS);
        assertThat(new ProcessMark(OURS.pid(), mark.began() + 1).alive(elsewhere))
                .isEmpty();
    }

    @Test
    void isReadAsItWasWritten() {
        var mark = ProcessMark.of(OURS);

        assertThat(ProcessMark.read(mark.line())).contains(mark);
        assertThat(mark.alive()).contains(OURS);
        assertThat(ProcessMark.read("4711")).isEmpty();
        assertThat(ProcessMark.read("x 4711")).isEmpty();
    }

    private void system(String id) throws IOException {
        Files.writeString(proc.resolve("sys/kernel/random/boot_id"), id + "\n");
    }

    /// As Linux says it, of a program whose name is as unlucky as can be.
    private void began(long ticks) throws IOException {
        Files.writeString(
                proc.resolve(OURS.pid() + "/stat"),
                "%d (a) R b) S 16993 16993 14464 0 -1 4194304 101 0 0 0 0 0 0 0 20 0 1 0 %d 3133440 390 18446744073709551615\n"
                        .formatted(OURS.pid(), ticks));
    }
}
