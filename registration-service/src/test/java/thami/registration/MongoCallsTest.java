package thami.registration;

import org.springframework.beans.factory.annotation.Autowired;
import thami.testing.ComponentTest;

@ComponentTest
class MongoCallsTest extends CallsTest {

    @Autowired
    Calls calls;

    @Override
    Calls calls() {
        return calls;
    }
}
