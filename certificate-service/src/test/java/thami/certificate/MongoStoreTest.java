package thami.certificate;

import org.springframework.beans.factory.annotation.Autowired;

/// The store keeps the promises of the ports.
class MongoStoreTest extends WholeService implements EntitlementsTest, CertificatesTest {

    @Autowired
    private Entitlements entitlements;

    @Autowired
    private Certificates certificates;

    @Override
    public Entitlements entitlements() {
        return entitlements;
    }

    @Override
    public Certificates certificates() {
        return certificates;
    }
}
