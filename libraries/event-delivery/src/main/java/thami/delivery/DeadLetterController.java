package thami.delivery;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import thami.delivery.DeadLetter.ReplayedBy;
import tools.jackson.databind.JsonNode;

/// The operators' door to the dead letters of this service; the path's last part is the service's short name.
@RestController
@RequestMapping("/api/#{environment['spring.application.name'].replace('-service', '')}/dead-letters")
class DeadLetterController {

    private static final int PER_PARTITION = 50;

    private final DeadLetterOffice office;

    DeadLetterController(DeadLetterOffice office) {
        this.office = office;
    }

    @GetMapping
    Letters latest() {
        return new Letters(office.latest(PER_PARTITION));
    }

    @PostMapping("/{id}/replay")
    DeadLetter replay(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Repaired repaired,
            @Nullable Principal principal) {
        try {
            return office.replay(id, whoIs(principal), repaired == null ? null : repaired.data())
                    .orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "no-such-dead-letter", List.of()));
        } catch (UnreadableRecord unreadable) {
            var cause = String.valueOf(unreadable.getMessage());
            throw problem(HttpStatus.UNPROCESSABLE_CONTENT, "still-unreadable", List.of(cause));
        } catch (AboutAnother _) {
            var problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "about-another", List.of());
            problem.getBody().setProperty("field", "data");
            throw problem;
        }
    }

    /// Without somebody to name nothing is replayed, whatever lets them in.
    private static ReplayedBy whoIs(@Nullable Principal principal) {
        if (principal instanceof Authentication signedIn && signedIn.getPrincipal() instanceof ClaimAccessor token) {
            var claims = token.getClaims();
            return new ReplayedBy(String.valueOf(claims.get("iss")), String.valueOf(claims.get("sub")));
        }
        throw new ErrorResponseException(HttpStatus.UNAUTHORIZED);
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
