package thami.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// Whether there is anything at an address. What is not there may be answered with "not found" (or "not this method"):
/// asking somebody to sign in for it would be no help, and it gives nothing away.
class Addresses {

    private final ObjectProvider<HandlerMapping> mappings;

    Addresses(ObjectProvider<HandlerMapping> mappings) {
        this.mappings = mappings;
    }

    boolean exists(HttpServletRequest request) {
        var path = ServletRequestPathUtils.hasParsedRequestPath(request);
        if (!path) ServletRequestPathUtils.parseAndCache(request);
        try {
            return handlers().stream().anyMatch(mapping -> handles(mapping, request));
        } finally {
            if (!path) ServletRequestPathUtils.clearParsedRequestPath(request);
        }
    }

    private List<HandlerMapping> handlers() {
        return mappings.orderedStream()
                .filter(mapping -> !(mapping instanceof SimpleUrlHandlerMapping)) // static files, opened as such
                .toList();
    }

    private static boolean handles(HandlerMapping mapping, HttpServletRequest request) {
        try {
            return mapping.getHandler(request) != null;
        } catch (HttpRequestMethodNotSupportedException | HttpMediaTypeException _) {
            return false;
        } catch (Exception unsure) {
            return true;
        }
    }
}
