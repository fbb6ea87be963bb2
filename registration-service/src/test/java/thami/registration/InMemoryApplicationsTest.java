package thami.registration;

class InMemoryApplicationsTest extends ApplicationsTest {

    private final Applications applications = new InMemoryApplications();

    @Override
    Applications applications() {
        return applications;
    }
}
