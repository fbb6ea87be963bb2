package thami.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/// Whether who asks would rather read a page than JSON.
///
/// `Accept` decides; where it leaves the choice to us (`*/*`, or nothing), the path does: `/api/` is for programs.
final class WantsPage {

    private static final List<MediaType> PAGES = List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML);
    private static final List<MediaType> PROBLEMS = List.of(
            MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON, new MediaType("application", "*+json"));

    private WantsPage() {}

    static boolean test(HttpServletRequest request) {
        for (var accepted : accepted(request)) {
            if (PAGES.contains(plain(accepted))) return true;
            if (PROBLEMS.contains(plain(accepted))) return false;
        }
        return !isForPrograms(path(request));
    }

    private static List<MediaType> accepted(HttpServletRequest request) {
        try {
            var accepted = MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
            MimeTypeUtils.sortBySpecificity(accepted);
            accepted.sort((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()));
            return accepted;
        } catch (InvalidMediaTypeException _) {
            return List.of();
        }
    }

    private static MediaType plain(MediaType type) {
        return new MediaType(type.getType(), type.getSubtype());
    }

    private static String path(HttpServletRequest request) {
        var failed = request.getAttribute("jakarta.servlet.error.request_uri");
        return failed instanceof String uri ? uri : request.getRequestURI();
    }

    private static boolean isForPrograms(String path) {
        return path.startsWith("/api/") || path.startsWith("/v3/api-docs") || path.startsWith("/actuator");
    }
}
