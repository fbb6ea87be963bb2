package thami.benchmarks.relay;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import thami.benchmarks.Worker;
import thami.delivery.Announcement;
import thami.delivery.Announcements;

/// A service that has nothing but an outbox: it stands in cohort-service's place on the broker.
@SpringBootApplication
public class OurRelay {

    /// Two that are measured in turn have each their own, and their own database.
    static final String TOPIC = System.getenv().getOrDefault("BENCH_TOPIC", "cohort.intakes.v1");

    static final String TYPE = "thami.cohort.parcel-packed.v1";

    public static void serve() throws Exception {
        var context = new SpringApplicationBuilder(OurRelay.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.config.name=our-relay",
                        "--spring.config.import=classpath:event-delivery.yaml",
                        "--spring.application.name=cohort-service",
                        "--spring.mongodb.database="
                                + System.getenv().getOrDefault("BENCH_DATABASE", "bench-relay-ours"),
                        "--spring.cloud.stream.function.autodetect=false", // it listens to nothing
                        "--spring.main.banner-mode=off",
                        "--logging.threshold.console=warn",
                        "--thami.kafka.password=" + System.getenv("BENCH_KAFKA_PASSWORD"));
        var readBack = ReadBack.ofTopic();
        var depot = new Depot(context, readBack);
        Worker.serve(words -> switch (words[0]) {
            case "relay" -> {
                depot.clear();
                yield relay(context, readBack, Integer.parseInt(words[1]));
            }
            case "more" -> relay(context, readBack, Integer.parseInt(words[1]));
            case "tidy" -> depot.tidy();
            case "store" -> depot.store(Integer.parseInt(words[1]));
            case "sweep" -> depot.sweeps(Integer.parseInt(words[1]));
            case "drain" -> depot.drain(Integer.parseInt(words[1]));
            case "leave" -> depot.leave(Integer.parseInt(words[1]));
            case "among" -> depot.among(Integer.parseInt(words[1]), id -> save(context, id));
            case "compare" -> depot.compare();
            default -> throw new IllegalArgumentException(words[0]);
        });
    }

    private static Map<String, Double> relay(ApplicationContext context, ReadBack readBack, int documents)
            throws InterruptedException {
        var mongo = context.getBean(MongoOperations.class);
        var sent = context.getBean(MeterRegistry.class).counter("thami.outbox.sent");
        var pending = Query.query(Criteria.where("outboxPendingSince").gt(Instant.EPOCH));
        return Shape.OF_A_SERVICE.run(
                documents,
                readBack,
                id -> save(context, id),
                () -> (long) sent.count(),
                () -> !mongo.exists(pending, "parcels"));
    }

    private static void save(ApplicationContext context, UUID id) {
        var now = context.getBean(Clock.class).instant();
        context.getBean(Parcels.class).save(Parcel.packed(id, now));
    }

    @Bean
    Announcements<Parcel.Event> announcements() {
        return new Announcements<>() {
            @Override
            public String topic() {
                return TOPIC;
            }

            @Override
            public Announcement of(Parcel.Event event) {
                return switch (event) {
                    case Parcel.Packed(var id, var name, var email, var at) ->
                        new Announcement(TYPE, at, new PackedV1(id.value(), name, email, at.toString()));
                };
            }
        };
    }

    record PackedV1(UUID parcelId, String name, String email, String packedAt) {}
}
