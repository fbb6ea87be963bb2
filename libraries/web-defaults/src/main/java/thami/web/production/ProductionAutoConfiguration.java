package thami.web.production;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.Environment;
import thami.web.RefusedToStart;

/// Checks the configuration before anything is made of it.
@AutoConfiguration
class ProductionAutoConfiguration {

    @Bean
    static BeanFactoryPostProcessor productionRules(Environment environment) {
        return _ -> {
            if (isOnlyPrepared()) return;
            var broken = ProductionRules.broken(environment);
            if (!broken.isEmpty()) throw new RefusedToStart(String.join("; ", broken));
        };
    }

    // The build prepares beans and starts nothing; the configuration of whoever will run it is not there.
    private static boolean isOnlyPrepared() {
        return Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
    }
}
