package thami.cohort.participation;

class InMemoryParticipationsTest extends ParticipationsTest {

    private final Participations participations = new InMemoryParticipations();

    @Override
    Participations participations() {
        return participations;
    }
}
