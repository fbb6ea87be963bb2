package thami.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.servlet.HandlerInterceptor;

/// Refuses a body that names another charset: the JSON parser would read it as UTF-8 all the same, and spoil names.
class Utf8Only implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        var type = request.getContentType();
        if (type == null) return true;
        try {
            var charset = MediaType.parseMediaType(type).getCharset();
            if (charset == null || charset.equals(UTF_8)) return true;
        } catch (InvalidMediaTypeException unknown) {
            throw new HttpMediaTypeNotSupportedException(unknown.getMessage());
        }
        throw new HttpMediaTypeNotSupportedException(MediaType.parseMediaType(type), java.util.List.of());
    }
}
