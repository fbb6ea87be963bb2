package thami.certificate.web;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import thami.certificate.NoSuchCertificate;
import thami.certificate.NoSuchEntitlement;
import thami.certificate.NothingPrepared;
import thami.certificate.Refused;
import thami.web.Problem;
import thami.web.Problems;

/// Broken rules of the business as answers.
@RestControllerAdvice
class CertificateProblems {

    private final Problems problems;

    CertificateProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    Problem on(Refused refused) {
        var refusal = Refusal.of(refused);
        return problems.problem(
                refusal.status(), refusal.code(), refusal.arguments().toArray());
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

    /// A forged link, one of another purpose and one that is no longer good get the same answer.
    @ExceptionHandler(LinkWorthless.class)
    Problem worthless() {
        return problems.problem(NOT_FOUND, "link-worthless");
    }
}
