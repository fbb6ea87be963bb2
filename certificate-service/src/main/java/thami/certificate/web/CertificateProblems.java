package thami.certificate.web;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.util.Locale;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import thami.certificate.AlreadyReleased;
import thami.certificate.CannotIssue;
import thami.certificate.NoSuchCertificate;
import thami.certificate.NoSuchEntitlement;
import thami.certificate.NotReady;
import thami.certificate.NothingPrepared;
import thami.certificate.ParticipationHasEnded;
import thami.certificate.PreviewOutdated;
import thami.certificate.SecondPersonNeeded;
import thami.web.Problem;
import thami.web.Problems;

/// Broken rules of the business as answers.
@RestControllerAdvice
class CertificateProblems {

    private final Problems problems;

    CertificateProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler({NoSuchEntitlement.class, NoSuchCertificate.class})
    Problem notFound() {
        return problems.of(NOT_FOUND);
    }

    @ExceptionHandler(NothingPrepared.class)
    Problem nothingPrepared() {
        return problems.problem(NOT_FOUND, "nothing-prepared");
    }

    @ExceptionHandler
    Problem on(NumberUnknown unknown) {
        return problems.problem(NOT_FOUND, unknown.isMistyped() ? "number-mistyped" : "number-unknown");
    }

    @ExceptionHandler
    Problem on(SecondPersonNeeded refused) {
        return problems.problem(
                FORBIDDEN, "second-person." + refused.objection().name().toLowerCase(Locale.ROOT));
    }

    @ExceptionHandler(NotReady.class)
    Problem notReady() {
        return problems.problem(CONFLICT, "not-ready");
    }

    @ExceptionHandler(ParticipationHasEnded.class)
    Problem ended() {
        return problems.problem(CONFLICT, "participation-ended");
    }

    @ExceptionHandler
    Problem on(AlreadyReleased released) {
        return problems.problem(CONFLICT, "already-released", released.number().grouped());
    }

    @ExceptionHandler(PreviewOutdated.class)
    Problem outdated() {
        return problems.problem(CONFLICT, "preview-outdated");
    }

    @ExceptionHandler
    Problem on(CannotIssue refused) {
        return switch (refused.because()) {
            case NAME_NOT_PRINTABLE -> problems.problem(UNPROCESSABLE_CONTENT, "name-not-printable", refused.detail());
            case ADDRESS_NOT_PUBLIC -> problems.problem(CONFLICT, "address-not-public", refused.detail());
            case SEAL_IS_A_TEST_KEY -> problems.problem(CONFLICT, "seal-is-a-test-key");
            case SEAL_NOT_VALID -> problems.problem(SERVICE_UNAVAILABLE, "seal-not-valid");
            case NO_SEAL -> problems.problem(SERVICE_UNAVAILABLE, "no-seal");
        };
    }
}
