package thami.cohort.intake;

class InMemoryCandidatesTest extends CandidatesTest {

    private final Candidates candidates = new InMemoryCandidates();

    @Override
    Candidates candidates() {
        return candidates;
    }
}
