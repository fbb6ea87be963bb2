package thami.web.sample;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import thami.web.Problem;
import thami.web.Problems;

@RestControllerAdvice
class SampleProblems {

    private final Problems problems;

    SampleProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    Problem on(ThingController.NoSuchThing missing) {
        return problems.problem(HttpStatus.NOT_FOUND, "no-such-thing", missing.getMessage());
    }
}
