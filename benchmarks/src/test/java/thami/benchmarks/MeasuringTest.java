package thami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuringTest {

    private static final long OURS = ProcessHandle.current().pid();

    @Test
    void ofAProcessThatHasBegunMeanwhileAllCounts() {
        var used = new Measuring(Map.of("bench", OURS)).end(Map.of("begun", OURS));

        assertThat(used.used().get("begun"))
                .isPositive()
                .isGreaterThan(used.used().get("bench"));
    }

    @Test
    void whatAChildUsedThatHasEndedIsNoStrangers() throws Exception {
        var measuring = new Measuring(Map.of("bench", OURS));

        var child = new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 1000000 ]; do i=$((i+1)); done").start();
        child.waitFor();

        assertThat(measuring.end().used().get("bench")).isGreaterThan(100);
    }
}
