package thami.web;

import org.springframework.http.HttpStatus;

/// Makes problems. A service maps its business exceptions to them in one advice:
/// ```java
/// @RestControllerAdvice
/// class RegistrationProblems {
///     @ExceptionHandler
///     Problem on(CallClosed closed) {
///         return problems.problem(CONFLICT, "call-closed", closed.at());
///     }
/// }
/// ```
/// and says them in `messages_de.properties` and `messages_en.properties`: `problem.call-closed` is the sentence,
/// `problem.call-closed.title` the heading (without one, the heading of the status).
public final class Problems {

    private final ProblemRenderer renderer;

    Problems(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    public Problem problem(HttpStatus status, String code, Object... arguments) {
        return new Problem(renderer, status, code, arguments);
    }

    /// A problem that the status says everything about; its words come with this library.
    public Problem of(HttpStatus status) {
        return switch (status) {
            case SERVICE_UNAVAILABLE -> problem(status, "unavailable").withHeader("Retry-After", "10");
            case UNAUTHORIZED -> problem(status, "unauthorized").withHeader("WWW-Authenticate", "Bearer");
            default -> problem(status, code(status));
        };
    }

    private static String code(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case NOT_ACCEPTABLE -> "not-acceptable";
            case REQUEST_TIMEOUT -> "request-timeout";
            case CONFLICT -> "conflict";
            case PRECONDITION_FAILED -> "precondition-failed";
            case CONTENT_TOO_LARGE -> "content-too-large";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
            case TOO_MANY_REQUESTS -> "too-many-requests";
            default -> status.is4xxClientError() ? "bad-request" : "internal-error";
        };
    }
}
