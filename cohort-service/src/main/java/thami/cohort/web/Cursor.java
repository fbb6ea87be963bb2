package thami.cohort.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A place in a list, opaque to whoever turns the page.
final class Cursor {

    /// Pages: an intake holds at most a thousand decisions.
    private static final int MOST_PASSED_OVER = 50;

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

    /// A page of what is left when those are passed over that have changed a moment ago and are still listed as they
    /// were. Where that is all of them it goes on: a page with nothing on it looks like the end.
    ///
    /// @param list what follows a place, one more than fits, if there is one more
    static <T> Page<T> page(
            Function<String, List<T>> list, String after, int limit, Function<T, String> place, Predicate<T> left) {
        var page = Page.of(list.apply(after), limit, place);
        for (var more = 0; page.isPassedOver(left) && more < MOST_PASSED_OVER; more++)
            page = Page.of(list.apply(place.apply(page.items().getLast())), limit, place);
        return new Page<>(page.items().stream().filter(left).toList(), page.next());
    }

    /// One page, and where the next begins if there is one.
    record Page<T>(List<T> items, @Nullable String next) {

        /// @param fetched one more than fits, if there is one more
        static <T> Page<T> of(List<T> fetched, int limit, Function<T, String> place) {
            if (fetched.size() <= limit) return new Page<>(fetched, null);
            var items = fetched.subList(0, limit);
            return new Page<>(items, Cursor.of(place.apply(items.getLast())));
        }

        private boolean isPassedOver(Predicate<T> left) {
            return next != null && items.stream().noneMatch(left);
        }

        <R> Page<R> map(Function<T, R> view) {
            return new Page<>(items.stream().map(view).toList(), next);
        }
    }

    static final class MalformedCursor extends RuntimeException {}
}
