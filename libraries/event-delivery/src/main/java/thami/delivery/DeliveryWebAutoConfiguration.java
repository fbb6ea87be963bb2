package thami.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/// What delivery adds to a service that answers requests: traces, 503 until the store is there, the dead-letter office.
@AutoConfiguration(after = InboxAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(HandlerInterceptor.class)
@Import(DeadLetterController.class)
class DeliveryWebAutoConfiguration {

    @Bean
    @Lazy
    DeadLetterOffice deadLetterOffice(
            KafkaProperties kafka,
            ListableBeanFactory beans,
            Environment environment,
            @Value("${spring.application.name}") String service,
            MongoOperations mongo,
            Clock clock,
            JsonMapper json) {
        var configuration = kafka.buildConsumerProperties();
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.CLIENT_ID_CONFIG, service + "-dead-letters");
        configuration.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 8000);
        configuration.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new DeadLetterOffice(
                configuration, topics(beans, environment), service, new Replacement(json), new Replays(mongo, clock));
    }

    private static Map<String, Inbox.Topic> topics(ListableBeanFactory beans, Environment environment) {
        return beans.getBeansOfType(Inbox.Topic.class).entrySet().stream()
                .collect(Collectors.toMap(
                        bean -> environment.getRequiredProperty(
                                "spring.cloud.stream.bindings." + bean.getKey() + "-in-0.destination"),
                        Map.Entry::getValue));
    }

    @Bean
    FilterRegistrationBean<TracingFilter> tracing() {
        var registration = new FilterRegistrationBean<>(new TracingFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /// Business waits for its indexes; health, assets and error pages do not.
    @Bean
    WebMvcConfigurer refusedUntilTheStoreIsReady(ObjectProvider<StoreReadiness> readiness) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Gate(readiness))
                        .excludePathPatterns("/error", "/actuator/**", "/assets/**", "/v3/api-docs/**");
            }
        };
    }

    private record Gate(ObjectProvider<StoreReadiness> readiness) implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            readiness.getObject().check();
            return true;
        }
    }
}
