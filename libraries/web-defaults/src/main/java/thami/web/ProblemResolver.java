package thami.web;

import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// Turns whatever a service did not map itself into a problem. It stands behind the services' own advices.
///
/// What nobody foresaw is told as "internal error" and logged; an outage of the store is told as an outage, never as
/// something about the person's data.
class ProblemResolver implements HandlerExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(ProblemResolver.class);

    /// Not the request's fault: not authorised (a right or a password was changed), out of disk space.
    private static final Set<Integer> OF_THE_STORE = Set.of(13, 18, 14031);

    private final Problems problems;
    private final UnreadableBody unreadable;

    ProblemResolver(Problems problems) {
        this.problems = problems;
        this.unreadable = new UnreadableBody(problems);
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        // Spring Security's filters know what to do with these: sign in, or refuse.
        if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) return null;
        return new ModelAndView(isMistypedPage(request, thrown) ? problems.of(HttpStatus.NOT_FOUND) : problem(thrown));
    }

    /// An address that somebody copied by half: for a person that is "not found", not a lesson about UUIDs.
    private static boolean isMistypedPage(HttpServletRequest request, Exception thrown) {
        return thrown instanceof MethodArgumentTypeMismatchException mismatch
                && mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                && WantsPage.test(request);
    }

    Problem problem(Throwable thrown) {
        var problem = foreseen(thrown);
        if (problem == null) {
            log.error("A request failed in a way nobody foresaw: {}", withoutMessages(thrown));
            return problems.of(HttpStatus.INTERNAL_SERVER_ERROR);
        }
        if (problem.status().is5xxServerError()) log.warn("A request failed: {}", names(thrown));
        return problem;
    }

    /// Messages may quote what a person entered: a duplicate key, say.
    private static String withoutMessages(Throwable thrown) {
        return causes(thrown)
                .map(cause -> cause.getClass().getName()
                        + Stream.of(cause.getStackTrace())
                                .map(frame -> "\n\tat " + frame)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\nCaused by: "));
    }

    private static String names(Throwable thrown) {
        return causes(thrown).map(cause -> cause.getClass().getName()).collect(Collectors.joining(", caused by "));
    }

    private @Nullable Problem foreseen(Throwable thrown) {
        var cause = causes(thrown).filter(ProblemResolver::isOutside).findFirst();
        if (cause.isPresent()) return fromOutside(cause.get());
        return switch (thrown) {
            case HttpMessageNotReadableException e -> unreadable.problem(e);
            case MethodArgumentNotValidException e -> invalid(e.getBindingResult());
            case BindException e -> invalid(e.getBindingResult());
            case HandlerMethodValidationException e -> invalid(e);
            case MethodArgumentTypeMismatchException e ->
                problems.problem(HttpStatus.BAD_REQUEST, "invalid").withError(name(e), format(e.getRequiredType()));
            case TypeMismatchException e ->
                problems.problem(HttpStatus.BAD_REQUEST, "invalid")
                        .withError(String.valueOf(e.getPropertyName()), format(e.getRequiredType()));
            case MissingRequestHeaderException e ->
                problems.problem(HttpStatus.BAD_REQUEST, "invalid").withError(e.getHeaderName(), "missing");
            case MissingServletRequestParameterException e ->
                problems.problem(HttpStatus.BAD_REQUEST, "invalid").withError(e.getParameterName(), "missing");
            case HttpRequestMethodNotSupportedException e ->
                problems.of(HttpStatus.METHOD_NOT_ALLOWED).withHeader("Allow", allowed(e));
            case OptimisticLockingFailureException _ -> problems.of(HttpStatus.CONFLICT);
            case ErrorResponse e -> fromResponse(e);
            default -> null;
        };
    }

    private static boolean isOutside(Throwable cause) {
        return cause instanceof BodyLimit.TooLarge
                || cause instanceof BodyLimit.TooSlow
                || cause instanceof SocketTimeoutException
                || cause instanceof ClientAbortException
                || cause instanceof InvalidParameterException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof TransientDataAccessException
                        && !(cause instanceof OptimisticLockingFailureException)
                || cause instanceof AuthenticationServiceException
                || cause instanceof JwtDecoderInitializationException
                || cause instanceof MongoNotPrimaryException
                || cause instanceof MongoNodeIsRecoveringException
                || cause instanceof MongoException e
                        && (!(e instanceof MongoServerException) || OF_THE_STORE.contains(e.getCode()));
    }

    private Problem fromOutside(Throwable cause) {
        if (cause instanceof InvalidParameterException e && e.getErrorCode() == 413)
            return problems.problem(HttpStatus.CONTENT_TOO_LARGE, "form-too-large");
        return problems.of(
                switch (cause) {
                    case BodyLimit.TooLarge _ -> HttpStatus.CONTENT_TOO_LARGE;
                    case BodyLimit.TooSlow _ -> HttpStatus.REQUEST_TIMEOUT;
                    case SocketTimeoutException _ -> HttpStatus.REQUEST_TIMEOUT;
                    case ClientAbortException _ -> HttpStatus.BAD_REQUEST;
                    case InvalidParameterException _ -> HttpStatus.BAD_REQUEST;
                    default -> HttpStatus.SERVICE_UNAVAILABLE;
                });
    }

    /// One of ours comes from a library that knows no pages: its type names the words, its arguments go into them, its
    /// property `field` is to blame.
    private Problem fromResponse(ErrorResponse response) {
        var status = status(response);
        var type = String.valueOf(response.getBody().getType());
        if (!type.startsWith(Problem.TYPE)) return problems.of(status);
        var arguments = Objects.requireNonNullElse(response.getDetailMessageArguments(), new Object[0]);
        var code = type.substring(Problem.TYPE.length());
        var problem = problems.problem(status, code, arguments);
        var properties = Objects.requireNonNullElse(response.getBody().getProperties(), Map.of());
        return properties.get("field") instanceof String field ? problem.withError(field, code, arguments) : problem;
    }

    private static HttpStatus status(ErrorResponse response) {
        var status = HttpStatus.resolve(response.getStatusCode().value());
        return status != null ? status : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    private Problem invalid(BindingResult result) {
        var problem = problems.problem(HttpStatus.BAD_REQUEST, "invalid");
        for (var error : result.getFieldErrors()) {
            problem = error.isBindingFailure()
                    ? problem.withError(error.getField(), "format")
                    : problem.withError(error.getField(), error);
        }
        for (var error : result.getGlobalErrors()) problem = problem.withError(error.getObjectName(), error);
        return problem;
    }

    private Problem invalid(HandlerMethodValidationException thrown) {
        var problem = problems.problem(HttpStatus.BAD_REQUEST, "invalid");
        for (var result : thrown.getParameterValidationResults()) {
            var name = result.getMethodParameter().getParameterName();
            for (var error : result.getResolvableErrors()) {
                var field = error instanceof org.springframework.validation.FieldError of ? of.getField() : name;
                problem = problem.withError(String.valueOf(field), error);
            }
        }
        return problem;
    }

    private static String allowed(HttpRequestMethodNotSupportedException thrown) {
        var methods = thrown.getSupportedMethods();
        return methods == null ? "" : String.join(", ", methods);
    }

    /// The name on the wire: a header's or a parameter's own one, not the Java argument's.
    private static String name(MethodArgumentTypeMismatchException thrown) {
        var header = thrown.getParameter()
                .getParameterAnnotation(org.springframework.web.bind.annotation.RequestHeader.class);
        return header != null && !header.name().isEmpty() ? header.name() : thrown.getName();
    }

    static String format(@Nullable Class<?> type) {
        if (type == null) return "format";
        if (type == java.util.UUID.class) return "format.uuid";
        if (type == java.time.LocalDate.class) return "format.date";
        if (type == java.time.Instant.class) return "format.instant";
        if (type == boolean.class || type == Boolean.class) return "format.boolean";
        if (type.isEnum()) return "format.choice";
        if (Number.class.isAssignableFrom(type) || type == int.class || type == long.class) return "format.number";
        return "format";
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
