package thami.cohort.intake;

class InMemoryIntakesTest extends IntakesTest {

    private final Intakes intakes = new InMemoryIntakes();

    @Override
    Intakes intakes() {
        return intakes;
    }
}
