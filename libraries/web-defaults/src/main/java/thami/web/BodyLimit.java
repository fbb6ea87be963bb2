package thami.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/// Bounds every body: 1 MiB, and half a minute from the first byte to the last.
///
/// The connection's own time-out starts anew with each byte, so it does not stop somebody who sends one every second.
/// Of forms only the size is bounded here: Tomcat reads their fields itself. The entrance in front takes a body in
/// whole
/// before it asks a service.
class BodyLimit extends OncePerRequestFilter {

    static final long BYTES = 1024 * 1024;
    private static final Duration TIME = Duration.ofSeconds(30);

    /// More was sent than we read.
    static class TooLarge extends IOException {}

    /// It took longer than we wait.
    static class TooSlow extends IOException {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > BYTES) throw new TooLarge();
        chain.doFilter(new Bounded(request), response);
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        private Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream());
        }

        @Override
        public BufferedReader getReader() throws IOException {
            var name = getCharacterEncoding();
            var charset = name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
            return new BufferedReader(new InputStreamReader(getInputStream(), charset));
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private final long until = System.nanoTime() + TIME.toNanos();
        private long read;

        private Counted(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            var one = body.read();
            if (one >= 0) count(1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var some = body.read(bytes, offset, length);
            if (some > 0) count(some);
            return some;
        }

        private void count(int more) throws IOException {
            read += more;
            if (read > BYTES) throw new TooLarge();
            if (System.nanoTime() > until) throw new TooSlow();
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
