package thami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapTest {

    @Test
    void aProcessOfOurOwnIsAsked() throws Exception {
        var kept = new byte[30 * 1024 * 1024];

        var megabytes = Heap.afterCollection(ProcessHandle.current().pid());

        assertThat(megabytes).isBetween(30.0, Runtime.getRuntime().totalMemory() / 1048576.0);
        assertThat(kept).isNotEmpty();
    }

    @Test
    void metaspaceIsNotHeap() {
        assertThat(Heap.used("""
                1234:
                DefNew     total 9216K, used 1024K [0x1, 0x2, 0x3)
                 eden space 8192K,  5% used [0x1, 0x2, 0x3)
                Tenured    total 20480K, used 3072K [0x1, 0x2, 0x3)
                Metaspace       used 90000K, committed 91000K, reserved 1114112K
                """)).isEqualTo(4);
    }
}
