package thami.registration.web;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.GONE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import thami.registration.AlreadyCertified;
import thami.registration.CallNotOpen;
import thami.registration.KeyReused;
import thami.registration.NoSuchApplication;
import thami.registration.NoSuchCall;
import thami.registration.NotATargetGroup;
import thami.registration.web.StatusLinks.ReplacedLink;
import thami.registration.web.StatusLinks.UnknownLink;
import thami.web.Problem;
import thami.web.Problems;

/// Says every broken rule in words; the words stand in `messages_*.properties` under `problem.<code>`.
@RestControllerAdvice
class RegistrationProblems {

    private final Problems problems;
    private final Moments moments;

    RegistrationProblems(Problems problems, Moments moments) {
        this.problems = problems;
        this.moments = moments;
    }

    @ExceptionHandler
    Problem on(NoSuchCall broken) {
        return problems.problem(UNPROCESSABLE_CONTENT, "call-unknown").withError("callId", "call-unknown");
    }

    @ExceptionHandler
    Problem on(CallNotOpen broken) {
        var when = moments.minute(broken.when());
        return switch (broken.phase()) {
            case ANNOUNCED -> problems.problem(CONFLICT, "call-not-yet-open", when);
            case CANCELLED -> problems.problem(CONFLICT, "call-cancelled");
            case CLOSED, OPEN -> problems.problem(CONFLICT, "call-closed", moments.deadline(broken.when()));
        };
    }

    @ExceptionHandler
    Problem on(NotATargetGroup broken) {
        return problems.problem(UNPROCESSABLE_CONTENT, "target-group").withError("targetGroup", "target-group");
    }

    @ExceptionHandler
    Problem on(KeyReused broken) {
        return problems.problem(UNPROCESSABLE_CONTENT, "key-reused").withError("Idempotency-Key", "key-reused");
    }

    @ExceptionHandler
    Problem on(AlreadyCertified broken) {
        return problems.problem(CONFLICT, "already-certified");
    }

    @ExceptionHandler
    Problem on(NoSuchApplication broken) {
        return problems.of(NOT_FOUND);
    }

    @ExceptionHandler
    Problem on(PageNotFound broken) {
        return problems.of(NOT_FOUND);
    }

    @ExceptionHandler
    Problem on(UnknownLink broken) {
        return problems.problem(NOT_FOUND, "link-unknown");
    }

    @ExceptionHandler
    Problem on(ReplacedLink broken) {
        return problems.problem(GONE, "link-replaced");
    }
}
