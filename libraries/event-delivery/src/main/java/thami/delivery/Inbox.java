package thami.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.integration.IntegrationMessageHeaderAccessor;
import org.springframework.messaging.Message;
import tools.jackson.databind.json.JsonMapper;

/// Where facts of other services come in: one routing table per topic.
///
/// Unknown fields are ignored, so that producers may add. Types that are none of this service's business are named, and
/// pass by. What cannot be read throws [UnreadableRecord], and so does a type or version that nobody here has heard of,
/// which may matter to the next version of this service. A table, not Spring's `RoutingFunction`: that one falls back
/// on a function name from a message header.
public final class Inbox {

    private static final Pattern TYPE = Pattern.compile("thami\\.[a-z]+\\.[a-z]+(-[a-z]+)*\\.v[0-9]{1,3}");

    private final FactReader reader;
    private final StoreReadiness store;
    private final MeterRegistry meters;

    Inbox(JsonMapper json, StoreReadiness store, MeterRegistry meters) {
        this.reader = new FactReader(json);
        this.store = store;
        this.meters = meters;
    }

    public Topic topic() {
        return new Topic();
    }

    /// What this service reads of one topic. Used as the function that Spring Cloud Stream binds.
    public final class Topic implements Consumer<Message<byte[]>> {

        private final Map<String, Route<?>> routes = new HashMap<>();
        private final Set<String> others = new HashSet<>();

        private Topic() {}

        public <V> Topic on(String type, Class<V> view, Consumer<V> policy) {
            return onFact(type, view, fact -> policy.accept(fact.view()));
        }

        public <V> Topic onFact(String type, Class<V> view, Consumer<Fact<V>> policy) {
            name(type);
            routes.put(type, new Route<>(view, policy));
            return this;
        }

        /// Types of the same topic that this service knows and has no use for.
        public Topic passingBy(String... types) {
            for (var type : types) {
                name(type);
                others.add(type);
            }
            return this;
        }

        private void name(String type) {
            if (!TYPE.matcher(type).matches()) throw new IllegalArgumentException("Not a type of event: " + type);
            if (routes.containsKey(type) || others.contains(type))
                throw new IllegalArgumentException(type + " is named twice");
        }

        /// Bound by the binder, which passes the record along untouched (see [InboxAutoConfiguration]).
        @Override
        public void accept(Message<byte[]> message) {
            var source = message.getHeaders().get(IntegrationMessageHeaderAccessor.SOURCE_DATA);
            if (!(source instanceof ConsumerRecord<?, ?> received))
                throw new IllegalStateException("The binder did not pass the record: " + source);
            handle(received);
        }

        void handle(ConsumerRecord<?, ?> received) {
            handle(received, null);
        }

        /// @param repaired a body in place of the received one, for the replay of a dead letter
        void handle(ConsumerRecord<?, ?> received, byte @Nullable [] repaired) {
            store.check();
            var traceparent = CloudEventHeaders.read(received.headers(), TraceParent.HEADER);
            try {
                TraceParent.during(traceparent, () -> route(received, repaired));
            } catch (RuntimeException failure) {
                throw failure;
            } catch (Exception | StackOverflowError failure) {
                throw new UnreadableRecord("Not handled: " + failure.getClass().getSimpleName(), failure);
            } catch (Error failure) { // the container would end the thread that reads, and nothing starts it again
                throw new IllegalStateException(failure);
            }
        }

        private void route(ConsumerRecord<?, ?> received, byte @Nullable [] repaired) {
            var type = CloudEventHeaders.read(received.headers(), CloudEventHeaders.TYPE);
            var route = routes.get(type);
            if (route != null) route.follow(received, repaired);
            else if (type != null && others.contains(type))
                meters.counter("thami.inbox.ignored", "type", type).increment();
            else throw new UnreadableRecord("No known ce_type: " + shown(type));
        }

        private static String shown(@Nullable String type) {
            return type == null ? "none" : type.substring(0, Math.min(type.length(), 80));
        }
    }

    private final class Route<V> {

        private final Class<V> view;
        private final Consumer<Fact<V>> policy;

        Route(Class<V> view, Consumer<Fact<V>> policy) {
            this.view = view;
            this.policy = policy;
        }

        void follow(ConsumerRecord<?, ?> received, byte @Nullable [] repaired) {
            policy.accept(reader.read(received, repaired, view));
        }
    }
}
