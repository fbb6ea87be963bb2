package thami.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Says what is wrong with a body that could not be read, naming the field where there is one. It never repeats the
/// parser's own words: they name our classes and quote what was sent.
class UnreadableBody {

    private final Problems problems;

    UnreadableBody(Problems problems) {
        this.problems = problems;
    }

    Problem problem(HttpMessageNotReadableException thrown) {
        var cause = Stream.iterate((Throwable) thrown, t -> t != null, Throwable::getCause)
                .filter(JacksonException.class::isInstance)
                .findFirst()
                .orElse(thrown);
        return switch (cause) {
            case UnrecognizedPropertyException e -> blame(e, "unknown-field");
            case MismatchedInputException e
            when !e.getPath().isEmpty() -> blame(e, ProblemResolver.format(e.getTargetType()));
            case MismatchedInputException _ -> problems.problem(HttpStatus.BAD_REQUEST, "unreadable");
            case InputCoercionException e when !e.getPath().isEmpty() -> blame(e, "format.number");
            case StreamReadException e
            when isDuplicate(e) -> problems.problem(HttpStatus.BAD_REQUEST, "unreadable.duplicate");
            case JacksonException e
            when !e.getPath().isEmpty() && !(e instanceof StreamReadException) -> blame(e, "format");
            default -> problems.problem(HttpStatus.BAD_REQUEST, "unreadable");
        };
    }

    private Problem blame(JacksonException thrown, String code) {
        return problems.problem(HttpStatus.BAD_REQUEST, "invalid").withError(path(thrown), code);
    }

    private static String path(JacksonException thrown) {
        var path = thrown.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.startsWith(".") ? path.substring(1) : path;
    }

    private static boolean isDuplicate(StreamReadException thrown) {
        return String.valueOf(thrown.getOriginalMessage()).startsWith("Duplicate");
    }
}
