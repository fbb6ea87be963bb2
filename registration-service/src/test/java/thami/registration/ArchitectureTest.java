package thami.registration;

import org.junit.jupiter.api.Test;
import thami.testing.ArchitectureRules;

class ArchitectureTest {

    @Test
    void businessKnowsNothingOfItsEdges() {
        ArchitectureRules.ofServices().check("thami.registration");
    }
}
