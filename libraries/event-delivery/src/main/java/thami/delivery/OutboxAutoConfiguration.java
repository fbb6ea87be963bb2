package thami.delivery;

import com.mongodb.WriteConcern;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.springframework.data.mongodb.core.mapping.event.AfterSaveCallback;
import org.springframework.data.mongodb.core.mapping.event.BeforeConvertCallback;
import tools.jackson.databind.json.JsonMapper;

/// How events go out: staged in the document before it is saved, relayed after, swept up when something went wrong.
@AutoConfiguration(before = DataMongoAutoConfiguration.class, after = MongoAutoConfiguration.class)
@EnableConfigurationProperties({DeliveryProperties.class, KafkaProperties.class})
class OutboxAutoConfiguration {

    /// What dead-letter topics take (contracts/topics.yaml): a record as large as its topic takes, and why it is there.
    private static final int LARGEST_RECORD = 2 * 1024 * 1024;

    /// Milliseconds: what the store keeps. An instant must be the same before and after it was saved.
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    /// Dates by the driver's own codecs: Spring Data's shift a `LocalDate` through the zone of the JVM. A service adds
    /// converters of its own (a sealed type, say) as beans that are marked as reading or writing ones.
    @Bean
    MongoCustomConversions mongoCustomConversions(BeanFactory factory, ObjectProvider<Converter<?, ?>> own) {
        var marked = own.stream().filter(OutboxAutoConfiguration::isForTheStore).toList();
        return MongoCustomConversions.create(conversions -> conversions
                .useNativeDriverJavaTimeCodecs()
                .registerConverters(Identifiers.converters(AutoConfigurationPackages.get(factory)))
                .registerConverters(marked));
    }

    private static boolean isForTheStore(Converter<?, ?> converter) {
        return converter.getClass().isAnnotationPresent(ReadingConverter.class)
                || converter.getClass().isAnnotationPresent(WritingConverter.class);
    }

    /// An outage is said after seconds: the driver's own patience of half a minute would hold every request that long.
    @Bean
    @Order(0) // a customizer without an order has the last word
    MongoClientSettingsBuilderCustomizer impatience(DeliveryProperties properties) {
        var patience = (int) properties.storePatience().toMillis();
        return settings -> settings.writeConcern(WriteConcern.MAJORITY)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(patience, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(patience, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(patience, TimeUnit.MILLISECONDS)
                        .readTimeout(patience * 3, TimeUnit.MILLISECONDS));
    }

    @Bean
    Announcer announcer(ObjectProvider<Announcements<?>> all, JsonMapper json) {
        return new Announcer(all.orderedStream().toList(), json);
    }

    /// Moves what was raised into the outbox just before the save, so that both are one write.
    @Bean
    static BeforeConvertCallback<Aggregate<?>> staging(
            ObjectProvider<Announcer> announcer, ObjectProvider<Clock> clock) {
        return (aggregate, _) -> {
            aggregate.stage( // throws if nobody announces it
                    event -> announcer.getObject().outgoing(event),
                    clock.getObject().instant());
            return aggregate;
        };
    }

    /// Wakes the relay. After the save: what it is handed is what is stored.
    @Bean
    static AfterSaveCallback<Aggregate<?>> relaying(ObjectProvider<OutboxRelay> relay) {
        return (aggregate, _, collection) -> {
            if (aggregate.hasOutgoing())
                relay.getObject()
                        .offer(
                                new OutboxStore.Pending(
                                        collection, aggregate.id().value()),
                                aggregate.staged());
            return aggregate;
        };
    }

    @Bean
    OutboxStore outboxStore(MongoOperations mongo) {
        return new OutboxStore(mongo);
    }

    @Bean
    EventSender eventSender(
            KafkaProperties kafka, DeliveryProperties properties, @Value("${spring.application.name}") String service) {
        var configuration = kafka.buildProducerProperties();
        configuration.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        configuration.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        configuration.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-relay");
        configuration.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configuration.put(ProducerConfig.LINGER_MS_CONFIG, 0); // each lane waits for its answer
        var patience = (int) properties.acknowledgement().toMillis();
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience / 3);
        configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience / 3);
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience * 3 / 4);
        return new EventSender(
                configuration, "urn:thami:" + service.replaceFirst("-service$", ""), properties.acknowledgement());
    }

    @Bean
    OutboxRelay outboxRelay(
            OutboxStore store, EventSender sender, MeterRegistry meters, DeliveryProperties properties) {
        return new OutboxRelay(store, sender, meters, properties.sweepAfter(), properties.lanes(), properties.queue());
    }

    @Bean
    OutboxSweeper outboxSweeper(
            OutboxStore store,
            OutboxRelay relay,
            MongoMappingContext mappings,
            Clock clock,
            MeterRegistry meters,
            DeliveryProperties properties) {
        return new OutboxSweeper(
                store, relay, aggregates(mappings), clock, meters, properties.sweepEvery(), properties.sweepAfter());
    }

    @Bean
    StoreReadiness storeReadiness() {
        return new StoreReadiness();
    }

    @Bean
    IndexCreation indexCreation(
            MongoOperations mongo,
            ObjectProvider<IndexPlan> plans,
            MongoMappingContext mappings,
            StoreReadiness readiness) {
        return new IndexCreation(mongo, plans.orderedStream().toList(), aggregates(mappings), readiness);
    }

    private static List<String> aggregates(MongoMappingContext mappings) {
        return mappings.getPersistentEntities().stream()
                .filter(entity ->
                        Aggregate.class.isAssignableFrom(entity.getType()) && entity.getType() != Aggregate.class)
                .map(entity -> entity.getCollection())
                .distinct()
                .toList();
    }
}
