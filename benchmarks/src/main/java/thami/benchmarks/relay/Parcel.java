package thami.benchmarks.relay;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import thami.delivery.Aggregate;
import thami.delivery.Identifier;

/// A document with about as much in it as an application has, and one event when it is made.
@Document("parcels")
@TypeAlias("parcel")
public final class Parcel extends Aggregate<Parcel.Event> {

    private final Id id;
    private final String name;
    private final String email;
    private final Instant at;

    Parcel(Id id, String name, String email, Instant at) {
        this.id = id;
        this.name = name;
        this.email = email;
        this.at = at;
    }

    static Parcel packed(UUID id, Instant now) {
        var parcel = new Parcel(new Id(id), "Łukasz Żółć-Muster", "lukasz.muster@example.org", now);
        parcel.raise(new Packed(parcel.id, parcel.name, parcel.email, now));
        return parcel;
    }

    @Override
    public Id id() {
        return id;
    }

    public record Id(UUID value) implements Identifier {}

    public sealed interface Event {}

    public record Packed(Id id, String name, String email, Instant at) implements Event {}
}
