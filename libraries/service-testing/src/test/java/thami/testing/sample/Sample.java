package thami.testing.sample;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import thami.delivery.Aggregate;
import thami.delivery.Identifier;

/// The smallest aggregate there can be: it counts, tells so, and remembers what it heard.
@Document("samples")
@TypeAlias("sample")
public final class Sample extends Aggregate<Sample.Event> {

    private final Id id;
    private int count;
    private Set<String> heard = new HashSet<>();

    Sample(Id id) {
        this.id = id;
    }

    static Sample of(UUID id) {
        return new Sample(new Id(id));
    }

    void increase(Instant now) {
        raise(new Increased(id, ++count, now));
    }

    void hear(String word) {
        heard.add(word);
    }

    Set<String> heard() {
        return Set.copyOf(heard);
    }

    @Override
    public Id id() {
        return id;
    }

    public record Id(UUID value) implements Identifier {}

    public sealed interface Event {}

    public record Increased(Id id, int count, Instant at) implements Event {}
}
