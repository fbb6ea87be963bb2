package thami.certificate.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.cms.CMSGenerator;
import java.io.IOException;
import java.util.Collections;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class KnownServicesTest {

    private static final String CMS = "META-INF/services/" + CMSGenerator.class.getName();

    private final KnownServices services = new KnownServices();

    @Test
    void findsWhatTheProgramProvides() throws IOException {
        var provided = Collections.list(getClass().getClassLoader().getResources(CMS));
        assertThat(provided).isNotEmpty();
        for (var again = 0; again < 2; again++)
            assertThat(Collections.list(services.getResources(CMS))).isEqualTo(provided);
        assertThat(ServiceLoader.load(CMSGenerator.class, services)).singleElement();
        assertThat(Collections.list(services.getResources("META-INF/services/of.nobody")))
                .isEmpty();
    }

    @Test
    void leavesTheThreadAsItCame() {
        var before = Thread.currentThread().getContextClassLoader();
        assertThat(services.with(() -> Thread.currentThread().getContextClassLoader()))
                .isSameAs(services);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
        assertThatThrownBy(() -> services.with(() -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }
}
