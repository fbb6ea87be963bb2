package thami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisturbanceTest {

    @Test
    void nothingIsSaidOfAQuietLeg() {
        assertThat(new Disturbance(5, 2, 10, 0).reason()).isEmpty();
    }

    @Test
    void whateverMeasuredSomethingElseMakesItVoid() {
        assertThat(new Disturbance(5.1, 0, 0, 0).reason()).contains("sent 5.1 ms late");
        assertThat(new Disturbance(0, 2.5, 0, 0).reason()).contains("2.5 % stolen");
        assertThat(new Disturbance(0, 0, 42, 0).reason()).contains("42 % used by other programs");
    }

    @Test
    void oneThatIsLostIsEnough() {
        assertThat(new Disturbance(0, 0, 0, 1).reason()).contains("1 lost");
    }
}
