package thami.cohort.planning;

import org.springframework.beans.factory.annotation.Autowired;
import thami.testing.ComponentTest;

@ComponentTest
class MongoCohortsTest extends CohortsTest {

    private @Autowired Cohorts cohorts;

    @Override
    Cohorts cohorts() {
        return cohorts;
    }
}
