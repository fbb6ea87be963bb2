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

    static final String TOPIC = "cohort.intakes.v1";
    static final String TYPE = "thami.cohort.parcel-packed.v1";

    public static void serve() throws Exception {
        var context = new SpringApplicationBuilder(OurRelay.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.config.name=our-relay",
                        "--spring.config.import=classpath:event-delivery.yaml",
                        "--spring.application.name=cohort-service",
                        "--spring.mongodb.database=bench-relay-ours",
                        "--spring.cloud.stream.function.autodetect=false", // it listens to nothing
                        "--spring.main.banner-mode=off",
                        "--logging.threshold.console=warn",
                        "--thami.kafka.password=" + System.getenv("BENCH_KAFKA_PASSWORD"));
        Worker.serve(words -> switch (words[0]) {
            case "relay" -> {
                context.getBean(MongoOperations.class).remove(new Query(), "parcels");
                yield relay(context, Integer.parseInt(words[1]));
            }
            case "more" -> relay(context, Integer.parseInt(words[1]));
            case "store" -> new Depot(context).store(Integer.parseInt(words[1]));
            case "sweep" -> new Depot(context).sweeps(Integer.parseInt(words[1]));
            case "drain" -> new Depot(context).drain(Integer.parseInt(words[1]));
            case "leave" -> new Depot(context).leave(Integer.parseInt(words[1]));
            case "among" -> new Depot(context).among(Integer.parseInt(words[1]), () -> save(context));
            default -> throw new IllegalArgumentException(words[0]);
        });
    }

    private static Map<String, Double> relay(ApplicationContext context, int documents) throws InterruptedException {
        var mongo = context.getBean(MongoOperations.class);
        var sent = context.getBean(MeterRegistry.class).counter("thami.outbox.sent");
        var pending = Query.query(Criteria.where("outboxPendingSince").gt(Instant.EPOCH));
        return Shape.OF_A_SERVICE.run(
                documents, () -> save(context), () -> (long) sent.count(), () -> !mongo.exists(pending, "parcels"));
    }

    private static void save(ApplicationContext context) {
        var now = context.getBean(Clock.class).instant();
        context.getBean(Parcels.class).save(Parcel.packed(UUID.randomUUID(), now));
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
