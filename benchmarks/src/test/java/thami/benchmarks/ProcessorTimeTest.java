package thami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessorTimeTest {

    private static final long OURS = ProcessHandle.current().pid();

    @Test
    void addsUserAndSystemTimeWhateverTheNameIs() {
        assertThat(ProcessorTime.parse("7 (a ) b) S 1 1 1 0 -1 4194304 1 0 0 0 12 30 0 0 20 0 1 0 5 1 1"))
                .isEqualTo(420);
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
