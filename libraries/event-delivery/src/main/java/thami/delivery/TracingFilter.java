package thami.delivery;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Continues the trace of a request, so that it can be followed through outbox and records into the other services.
final class TracingFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            TraceParent.during(request.getHeader(TraceParent.HEADER), () -> chain.doFilter(request, response));
        } catch (ServletException | IOException | RuntimeException expected) {
            throw expected;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }
}
