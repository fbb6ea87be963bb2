package thami.web.sample;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import thami.testing.StaffProvider;
import thami.testing.Stores;

/// A store and an OpenID provider for the sample service.
public class SampleParts implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        var staff = StaffProvider.start();
        var properties = Map.<String, Object>of(
                "spring.mongodb.uri",
                Stores.uri(),
                "spring.mongodb.database",
                "web-test-" + UUID.randomUUID(),
                "thami.issuer",
                staff.issuer(),
                "thami.oidc.client-secret",
                "only-of-this-test");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("sample parts", properties));
        context.registerBean(StaffProvider.class, () -> staff);
        context.registerBean(SampleClock.class);
    }
}
