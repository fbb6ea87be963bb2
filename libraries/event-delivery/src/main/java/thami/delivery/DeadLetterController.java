package thami.delivery;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
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
    DeadLetter replay(@PathVariable String id, @RequestBody(required = false) @Nullable Repaired repaired) {
        try {
            var body = repaired == null || repaired.data() == null ? null : json.writeValueAsBytes(repaired.data());
            return office.replay(id, body)
                    .orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "no-such-dead-letter", List.of()));
        } catch (UnreadableRecord unreadable) {
            var cause = String.valueOf(unreadable.getMessage());
            throw problem(HttpStatus.UNPROCESSABLE_CONTENT, "still-unreadable", List.of(cause));
        }
    }

    /// The words are the service's, by this code.
    private static ErrorResponseException problem(HttpStatus status, String code, List<String> arguments) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:thami:problem:" + code));
        return new ErrorResponseException(status, problem, null, null, arguments.toArray());
    }

    record Letters(List<DeadLetter> items) {}

    record Repaired(@Nullable JsonNode data) {}
}
