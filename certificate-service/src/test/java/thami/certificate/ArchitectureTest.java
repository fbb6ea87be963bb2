package thami.certificate;

import org.junit.jupiter.api.Test;
import thami.testing.ArchitectureRules;

class ArchitectureTest {

    @Test
    void theBusinessKnowsNothingOfItsEdges() {
        ArchitectureRules.ofServices().check("thami.certificate");
    }
}
