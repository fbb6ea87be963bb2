package thami.notification.web;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import thami.notification.NoSuchNotification;
import thami.notification.StillOnItsWay;
import thami.web.Problem;
import thami.web.Problems;

/// Broken rules of the business as answers.
@RestControllerAdvice
class NotificationProblems {

    private final Problems problems;

    NotificationProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(NoSuchNotification.class)
    Problem notFound() {
        return problems.of(NOT_FOUND);
    }

    @ExceptionHandler(StillOnItsWay.class)
    Problem stillOnItsWay() {
        return problems.problem(CONFLICT, "still-on-its-way");
    }

    @ExceptionHandler(Seen.Outdated.class)
    Problem outdated() {
        return problems.of(PRECONDITION_FAILED);
    }
}
