package thami.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import thami.web.Problem;
import thami.web.Problems;

/// Says no as a problem: 401 for who did not say who they are, 403 for who may not, 503 if we cannot tell.
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;

    Refusals(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException thrown)
            throws IOException, ServletException {
        var outage = thrown instanceof AuthenticationServiceException;
        render(problems.of(outage ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNAUTHORIZED), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException thrown)
            throws IOException, ServletException {
        var stale = thrown instanceof CsrfException;
        render(
                stale ? problems.problem(HttpStatus.FORBIDDEN, "stale-form") : problems.of(HttpStatus.FORBIDDEN),
                request,
                response);
    }

    static void render(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            problem.render(null, request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
