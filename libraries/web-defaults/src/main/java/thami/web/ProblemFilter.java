package thami.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/// The outermost filter: what fails outside of Spring MVC (a session that cannot be read, a body that is too large)
/// becomes the same kind of problem as what fails inside.
class ProblemFilter extends OncePerRequestFilter {

    private final ProblemResolver problems;

    ProblemFilter(ProblemResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (Exception thrown) {
            render(thrown, request, response);
        }
    }

    private void render(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        try {
            problems.problem(thrown instanceof ServletException e && e.getCause() != null ? e.getCause() : thrown)
                    .render(null, request, response);
        } catch (ServletException | IOException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }
}
