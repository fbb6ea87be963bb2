package thami.cohort.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A place in a list, opaque to whoever turns the page.
final class Cursor {

    private Cursor() {}

    static String after(@Nullable String cursor, String start) {
        if (cursor == null || cursor.isEmpty()) return start;
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new MalformedCursor();
        }
    }

    private static String of(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
    }

    /// One page, and where the next begins if there is one.
    record Page<T>(List<T> items, @Nullable String next) {

        /// @param fetched one more than fits, if there is one more
        static <T> Page<T> of(List<T> fetched, int limit, Function<T, String> place) {
            if (fetched.size() <= limit) return new Page<>(fetched, null);
            var items = fetched.subList(0, limit);
            return new Page<>(items, Cursor.of(place.apply(items.getLast())));
        }

        <R> Page<R> map(Function<T, R> view) {
            return new Page<>(items.stream().map(view).toList(), next);
        }
    }

    static final class MalformedCursor extends RuntimeException {}
}
