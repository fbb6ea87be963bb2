package thami.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aTakenPortIsNamedWithTheWayOut() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.refuseIfTaken("smtp", taken.getLocalPort()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("THAMI_PORT_SMTP");
        }
    }

    @Test
    void eachPortCanBeMoved() {
        assertThat(Ports.of(Map.of("THAMI_PORT_KAFKA", "19092")).of("kafka")).isEqualTo(19092);
        assertThat(Ports.of(Map.of()).of("entrance")).isEqualTo(8080);
        assertThat(Ports.of(Map.of()).reached("kafka")).isEqualTo(9092);
        assertThat(Ports.of(Map.of("THAMI_VIA_KAFKA", "29092")).reached("kafka"))
                .isEqualTo(29092);
        assertThat(Ports.of(Map.of("THAMI_VIA_KAFKA", "29092")).of("kafka")).isEqualTo(9092);
        assertThatThrownBy(() -> Ports.of(Map.of("THAMI_PORT_KAFKA", "x"))).isInstanceOf(Refusal.class);
    }

    @Test
    void thoseOfASystemBesideOthersAreFreeAndDiffer() {
        var ports = Ports.free();

        assertThat(ports.byPart().keySet())
                .isEqualTo(Ports.of(Map.of()).byPart().keySet());
        assertThat(ports.byPart().values()).doesNotHaveDuplicates().allSatisfy(port -> Ports.refuseIfTaken("it", port));
    }
}
