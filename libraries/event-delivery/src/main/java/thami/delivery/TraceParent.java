package thami.delivery;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// The W3C trace context of the work in hand, in the logging context of its thread: it travels from a request into the
/// outbox, with the record, and into the logs of whoever reads it.
final class TraceParent {

    static final String HEADER = "traceparent";

    private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceParent() {}

    static @Nullable String current() {
        return MDC.get(HEADER);
    }

    /// Continues what came with a request or record; something malformed or absent starts a new trace.
    static void during(@Nullable String incoming, ThrowingRunnable work) throws Exception {
        try (var _ = MDC.putCloseable(HEADER, continued(incoming))) {
            work.run();
        }
    }

    private static String continued(@Nullable String incoming) {
        if (incoming != null && FORM.matcher(incoming).matches()) return incoming;
        var random = ThreadLocalRandom.current();
        var bytes = new byte[24];
        random.nextBytes(bytes);
        var hex = HexFormat.of();
        return "00-" + hex.formatHex(bytes, 0, 16) + "-" + hex.formatHex(bytes, 16, 24) + "-00";
    }

    @FunctionalInterface
    interface ThrowingRunnable {
        void run() throws Exception;
    }
}
