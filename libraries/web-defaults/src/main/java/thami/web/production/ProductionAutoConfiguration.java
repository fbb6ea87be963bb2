package thami.web.production;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/// Checks the configuration before anything is made of it.
@AutoConfiguration
class ProductionAutoConfiguration {

    @Bean
    static BeanFactoryPostProcessor productionRules(Environment environment) {
        return _ -> {
            var broken = ProductionRules.broken(environment);
            if (!broken.isEmpty()) throw new NotForProduction(broken);
        };
    }
}
