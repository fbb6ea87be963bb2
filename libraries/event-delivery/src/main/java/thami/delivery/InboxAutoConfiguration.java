package thami.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.cloud.stream.binding.Bindable;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;
import org.springframework.cloud.stream.config.ConsumerEndpointCustomizer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.integration.kafka.inbound.KafkaMessageDrivenChannelAdapter;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.messaging.MessageHeaders;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;
import tools.jackson.databind.json.JsonMapper;

/// How records come in: the binder passes the record itself, no header is ever interpreted, and trouble is
/// handled in the container, where a failed publish to the dead-letter topic keeps the record.
@AutoConfiguration(after = OutboxAutoConfiguration.class)
class InboxAutoConfiguration {

    @Bean
    Inbox inbox(JsonMapper json, StoreReadiness store, MeterRegistry meters) {
        return new Inbox(json, store, meters);
    }

    @Bean
    static BeanPostProcessor bindingInBackground(ObjectProvider<BindingService> bindings, ListableBeanFactory beans) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                return bean instanceof InputBindingLifecycle && !(bean instanceof BindingInBackground)
                        ? new BindingInBackground(bindings.getObject(), beans.getBeansOfType(Bindable.class))
                        : bean;
            }
        };
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> bindingOnceReady(ObjectProvider<InputBindingLifecycle> bindings) {
        return _ -> bindings.forEach(each -> ((BindingInBackground) each).ready());
    }

    @Bean
    DeadLetters deadLetters(
            EventSender sender,
            @Value("${spring.application.name}") String service,
            Clock clock,
            MeterRegistry meters) {
        return new DeadLetters(sender, service, clock, meters);
    }

    /// Named in event-delivery.yaml. A header that a mapper interprets can stop a listener for ever
    /// (CVE-2026-59406), so none is: the inbox reads the record's own.
    @Bean
    KafkaHeaderMapper untouchedHeaders() {
        return new KafkaHeaderMapper() {
            @Override
            public void fromHeaders(MessageHeaders headers, Headers target) {
                // nothing is sent through the binder
            }

            @Override
            public void toHeaders(Headers source, Map<String, Object> target) {
                // read from the record
            }
        };
    }

    @Bean
    ConsumerEndpointCustomizer<KafkaMessageDrivenChannelAdapter<?, ?>> recordPassedAlong() {
        return (adapter, _, _) -> adapter.setBindSourceRecord(true);
    }

    @Bean
    ListenerContainerWithDlqAndRetryCustomizer troubleHandledInTheContainer(
            DeadLetters deadLetters, DeliveryProperties properties) {
        return new ListenerContainerWithDlqAndRetryCustomizer() {
            @Override
            public void configure(
                    AbstractMessageListenerContainer<?, ?> container,
                    String destination,
                    String group,
                    @Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> destinationOfBinder,
                    @Nullable BackOff backOffOfBinder) {
                container.setCommonErrorHandler(errorHandler(deadLetters, properties));
                container.getContainerProperties().setAuthExceptionRetryInterval(properties.outageBackOff());
                container.getContainerProperties().setMissingTopicsFatal(false);
            }

            @Override
            public boolean retryAndDlqInBinding(String destination, String group) {
                return false;
            }
        };
    }

    private static DefaultErrorHandler errorHandler(DeadLetters deadLetters, DeliveryProperties properties) {
        var handler = new DefaultErrorHandler(deadLetters, none());
        handler.defaultFalse(false); // the back-off alone decides, also for what Spring holds to be fatal
        handler.setClassifications(Map.of(), true);
        handler.setBackOffFunction((_, failure) -> switch (Failures.of(failure)) {
            case PASSING -> patient(properties);
            case CONTRACT -> none();
            case OTHER -> new FixedBackOff(properties.attemptEvery().toMillis(), properties.attempts() - 1L);
        });
        return handler;
    }

    private static BackOff none() {
        return new FixedBackOff(0, 0);
    }

    // Without end: a finite total would put everything aside in an outage of ten minutes. Each pause counts against
    // max.poll.interval.ms on its own.
    private static BackOff patient(DeliveryProperties properties) {
        var backOff = new ExponentialBackOff(100, 2);
        backOff.setMaxInterval(properties.outageBackOff().toMillis());
        return backOff;
    }
}
