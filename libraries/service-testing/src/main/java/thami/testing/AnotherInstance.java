package thami.testing;

import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The service under test once more, at the same store and the same broker: beside the first, or as after a restart.
public final class AnotherInstance {

    private AnotherInstance() {}

    /// @param settings in which it differs from the first, and that the first does not have from its real parts
    public static ConfigurableApplicationContext of(
            ConfigurableApplicationContext first, Class<?> application, String... settings) {
        var parts = Objects.requireNonNull(
                first.getEnvironment().getPropertySources().get(RealParts.NAME));
        return new SpringApplicationBuilder(application)
                .profiles(first.getEnvironment().getActiveProfiles())
                .initializers(it -> it.getEnvironment().getPropertySources().addFirst(parts))
                .run(onAnyPort(settings));
    }

    private static String[] onAnyPort(String... settings) {
        return Stream.concat(Stream.of("--server.port=0"), Stream.of(settings)).toArray(String[]::new);
    }
}
