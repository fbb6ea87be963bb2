package thami.notification.web;

import java.util.Arrays;

/// `ETag` and `If-Match`: the version that somebody has seen.
final class Seen {

    private Seen() {}

    static String tag(long version) {
        return "\"" + version + "\"";
    }

    /// @throws Outdated if what was seen is no longer what is
    static void check(String ifMatch, long version) {
        var matches = Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(each -> each.equals("*") || each.equals(tag(version)));
        if (!matches) throw new Outdated();
    }

    static class Outdated extends RuntimeException {}
}
