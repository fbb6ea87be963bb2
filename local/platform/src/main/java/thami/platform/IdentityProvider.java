package thami.platform;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// An OpenID provider with the sample staff, for one machine.
///
/// Its issuer is fixed by configuration and its key stands in the state folder, so what it signed stays valid after a
/// restart. A real site has a provider of its own; the tokens look the same.
public final class IdentityProvider implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private IdentityProvider(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// @param issuer the address of this provider, as clients and tokens name it
    /// @param publicUrl the entrance, where the staff pages are and to which sign-ins return
    /// @param clientSecrets the secret of each service (`registration`, `cohort`, …)
    /// @param password of all sample staff
    /// @param folder where the signing key is kept
    public record Settings(
            String issuer, String publicUrl, Map<String, String> clientSecrets, String password, Path folder) {

        @Override
        public String toString() {
            return "Settings of " + issuer; // no secrets
        }
    }

    /// Starts on this port of the loopback interface; 0 is one of its own choice.
    public static IdentityProvider start(int port, Settings settings) {
        var application = new SpringApplication(IdentityConfiguration.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setRegisterShutdownHook(false); // whoever started it closes it
        application.setDefaultProperties(Map.of(
                "server.address", "127.0.0.1",
                "server.port", String.valueOf(port),
                "server.tomcat.threads.max", "8",
                "server.tomcat.threads.min-spare", "1",
                "server.servlet.session.cookie.name", "thami-identity",
                "server.servlet.session.cookie.same-site", "lax",
                "spring.main.banner-mode", "off",
                "spring.jmx.enabled", "false"));
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("identitySettings", settings));
        return new IdentityProvider(application.run());
    }

    public int port() {
        return Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    @Override
    public void close() {
        context.close();
    }
}
