package thami.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestHandler;

/// One file kept in memory. Its address carries a version, so whoever has it never asks again.
record Asset(byte[] bytes, MediaType type) implements HttpRequestHandler {

    static final String FOR_EVER = "public, max-age=31536000, immutable";

    static Asset of(String path, MediaType type) {
        try {
            return new Asset(new ClassPathResource(path).getContentAsByteArray(), type);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        response.setContentLength(bytes.length);
        if (!"HEAD".equals(request.getMethod())) response.getOutputStream().write(bytes);
    }
}
