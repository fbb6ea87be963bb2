package thami.cohort.intake;

import org.springframework.beans.factory.annotation.Autowired;
import thami.testing.ComponentTest;

@ComponentTest
class MongoIntakesTest extends IntakesTest {

    private @Autowired Intakes intakes;

    @Override
    Intakes intakes() {
        return intakes;
    }
}
