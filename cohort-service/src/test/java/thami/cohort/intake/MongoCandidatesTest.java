package thami.cohort.intake;

import org.springframework.beans.factory.annotation.Autowired;
import thami.testing.ComponentTest;

@ComponentTest
class MongoCandidatesTest extends CandidatesTest {

    private @Autowired Candidates candidates;

    @Override
    Candidates candidates() {
        return candidates;
    }
}
