package thami.web.sample;

import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.ServerAddress;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import thami.web.Staff;

@RestController
class ThingController {

    enum Colour {
        RED,
        BLUE
    }

    record Part(@NotBlank String id, int units) {}

    record Thing(
            @NotBlank @Size(max = 20) String name,
            @NotNull Colour colour,
            @NotNull LocalDate day,
            Instant seen,
            int count,
            BigDecimal price,
            boolean sample,
            UUID ref,
            @Valid List<Part> parts) {}

    @PostMapping("/api/things")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> create(@RequestHeader("Idempotency-Key") UUID key, @Valid @RequestBody Thing thing) {
        return Map.of("id", key, "name", thing.name());
    }

    @GetMapping("/api/things/{id}")
    Map<String, Object> read(@PathVariable UUID id, @RequestParam(defaultValue = "10") int limit) {
        if (id.getMostSignificantBits() == 0) throw new NoSuchThing(id);
        return Map.of("id", id, "limit", limit);
    }

    @GetMapping("/api/me")
    Staff me(Staff staff) {
        return staff;
    }

    @PostMapping("/api/me")
    Staff write(Staff staff) {
        return staff;
    }

    @GetMapping({"/api/broken", "/broken"})
    String broken() {
        throw new IllegalStateException("secret detail in thami.web.sample");
    }

    @GetMapping({"/api/outage", "/outage"})
    String outage() {
        throw new DataAccessResourceFailureException("localhost:27017 refused");
    }

    /// As a replica set without a primary answers, through Spring's translation.
    @GetMapping("/api/stepped-down")
    String steppedDown(@RequestParam boolean recovering) {
        var at = new ServerAddress("localhost", 27017);
        throw new UncategorizedMongoDbException(
                "localhost:27017",
                recovering
                        ? new MongoNodeIsRecoveringException(new BsonDocument(), at)
                        : new MongoNotPrimaryException(new BsonDocument(), at));
    }

    @GetMapping("/draft")
    String draft(HttpSession session, @RequestParam(required = false) @Nullable String note) {
        if (note != null) session.setAttribute("note", note);
        return String.valueOf(session.getAttribute("note"));
    }

    static class NoSuchThing extends RuntimeException {
        NoSuchThing(UUID id) {
            super(id.toString());
        }
    }
}
