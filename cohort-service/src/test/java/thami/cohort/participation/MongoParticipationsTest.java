package thami.cohort.participation;

import org.springframework.beans.factory.annotation.Autowired;
import thami.testing.ComponentTest;

@ComponentTest
class MongoParticipationsTest extends ParticipationsTest {

    private @Autowired Participations participations;

    @Override
    Participations participations() {
        return participations;
    }
}
