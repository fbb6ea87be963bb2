package thami.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import thami.web.Problems;
import thami.web.PublicAddress;

/// A second lock beside the form token: browsers say where a form comes from, and other sites have no forms for
/// us. Programs say nothing of the kind.
class SameOrigin extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Problems problems;
    private final PublicAddress address;

    SameOrigin(Problems problems, PublicAddress address) {
        this.problems = problems;
        this.address = address;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod()) || !isForeign(request)) {
            chain.doFilter(request, response);
        } else {
            Refusals.render(problems.problem(HttpStatus.FORBIDDEN, "stale-form"), request, response);
        }
    }

    /// `Sec-Fetch-Site` is the browser's own judgement, whatever proxy stands in between; older ones only name the
    /// origin.
    private boolean isForeign(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return !site.equals("same-origin") && !site.equals("none");
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !isOurs(origin, request, address);
    }

    /// Whether people reach us there: the public address, or the name that this request came to.
    static boolean isOurs(String origin, HttpServletRequest request, PublicAddress address) {
        return origin.equals(address.base().toString())
                || origin.replaceFirst("^https?://", "").equals(request.getHeader(HttpHeaders.HOST));
    }
}
