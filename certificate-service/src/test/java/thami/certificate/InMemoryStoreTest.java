package thami.certificate;

/// The fakes keep the promises of the ports.
class InMemoryStoreTest implements EntitlementsTest, CertificatesTest {

    private final InMemoryEntitlements entitlements = new InMemoryEntitlements();
    private final InMemoryCertificates certificates = new InMemoryCertificates();

    @Override
    public Entitlements entitlements() {
        return entitlements;
    }

    @Override
    public Certificates certificates() {
        return certificates;
    }
}
