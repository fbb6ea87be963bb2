package thami.cohort.planning;

class InMemoryCohortsTest extends CohortsTest {

    private final Cohorts cohorts = new InMemoryCohorts();

    @Override
    Cohorts cohorts() {
        return cohorts;
    }
}
