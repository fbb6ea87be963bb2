package thami.certificate.web;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import thami.certificate.AlreadyReleased;
import thami.certificate.CannotIssue;
import thami.certificate.NotReady;
import thami.certificate.ParticipationHasEnded;
import thami.certificate.PreviewOutdated;
import thami.certificate.Refused;
import thami.certificate.SecondPersonNeeded;

/// How a refusal is told: the sentence is `problem.<code>` in the messages.
record Refusal(HttpStatus status, String code, List<String> arguments) {

    private Refusal(HttpStatus status, String code, String... arguments) {
        this(status, code, List.of(arguments));
    }

    static Refusal of(Refused refused) {
        return switch (refused) {
            case SecondPersonNeeded e ->
                new Refusal(FORBIDDEN, "second-person." + e.objection().name().toLowerCase(Locale.ROOT));
            case NotReady _ -> new Refusal(CONFLICT, "not-ready");
            case ParticipationHasEnded _ -> new Refusal(CONFLICT, "participation-ended");
            case AlreadyReleased e ->
                new Refusal(CONFLICT, "already-released", e.number().grouped());
            case PreviewOutdated _ -> new Refusal(CONFLICT, "preview-outdated");
            case CannotIssue e -> cannotIssue(e);
        };
    }

    private static Refusal cannotIssue(CannotIssue refused) {
        return switch (refused.because()) {
            case NAME_NOT_PRINTABLE -> new Refusal(UNPROCESSABLE_CONTENT, "name-not-printable", refused.details());
            case WORDS_NOT_PRINTABLE -> new Refusal(UNPROCESSABLE_CONTENT, "words-not-printable", refused.details());
            case ADDRESS_NOT_PUBLIC -> new Refusal(CONFLICT, "address-not-public", refused.details());
            case SEAL_IS_A_TEST_KEY -> new Refusal(CONFLICT, "seal-is-a-test-key");
            case SEAL_NOT_VALID -> new Refusal(SERVICE_UNAVAILABLE, "seal-not-valid");
            case NO_SEAL -> new Refusal(SERVICE_UNAVAILABLE, "no-seal");
        };
    }
}
