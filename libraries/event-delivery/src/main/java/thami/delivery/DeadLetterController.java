package thami.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The operators' door to the dead letters of this service; the path's last part is the service's short name.
@RestController
@RequestMapping("/api/#{environment['spring.application.name'].replace('-service', '')}/dead-letters")
class DeadLetterController {

    private static final int PER_PARTITION = 50;

    private final DeadLetterOffice office;
    private final JsonMapper json;

    DeadLetterController(DeadLetterOffice office, JsonMapper json) {
        this.office = office;
        this.json = json;
    }

    @GetMapping
    Letters latest() {
        return new Letters(office.latest(PER_PARTITION));
    }

    @PostMapping("/{id}/replay")
    ResponseEntity<?> replay(@PathVariable String id, @RequestBody(required = false) @Nullable Repaired repaired) {
        try {
            var body = repaired == null || repaired.data() == null ? null : json.writeValueAsBytes(repaired.data());
            return office.replay(id, body)
                    .<ResponseEntity<?>>map(ResponseEntity::ok)
                    .orElseGet(() -> problem(HttpStatus.NOT_FOUND, "There is no such dead letter in this service."));
        } catch (UnreadableRecord unreadable) {
            return problem(HttpStatus.UNPROCESSABLE_CONTENT, "Still not readable: " + unreadable.getMessage());
        }
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }

    record Letters(List<DeadLetter> items) {}

    record Repaired(@Nullable JsonNode data) {}
}
