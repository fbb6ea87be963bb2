package thami.registration;

class InMemoryCallsTest extends CallsTest {

    private final Calls calls = new InMemoryCalls();

    @Override
    Calls calls() {
        return calls;
    }
}
