package thami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessorTimeTest {

    private static final long OURS = ProcessHandle.current().pid();

    @Test
    void addsUserAndSystemTimeWhateverTheNameIs() {
        var stat = "7 (a ) b) S 1 1 1 0 -1 4194304 1 0 0 0 12 30 5 3 20 0 1 0 5 1 1";

        assertThat(ProcessorTime.parse(stat, ProcessorTime.OWN)).isEqualTo(420);
        assertThat(ProcessorTime.parse(stat, ProcessorTime.WITH_CHILDREN))
                .as("and its children's")
                .isEqualTo(500);
    }

    @Test
    void findsTheCompilersOfAVirtualMachine() {
        assertThat(ProcessorTime.ofCompilers(OURS)).isPositive().isLessThanOrEqualTo(ProcessorTime.of(OURS));
    }

    @Test
    void isNothingForAProcessThatIsGone() {
        var gone = Long.MAX_VALUE;

        assertThat(ProcessorTime.of(gone)).isZero();
        assertThat(ProcessorTime.ofCompilers(gone)).isZero();
    }
}
