package thami.testing.openapi;

import org.jspecify.annotations.Nullable;

/// A request that is wrong in one way.
///
/// @param status what it must be answered with
/// @param field what the answer must name, and nothing else; nothing where the whole request is wrong
record Mistake(
        String what, Request request, int status, @Nullable String field) {

    static Mistake malformed(String what, Request request, @Nullable String field) {
        return new Mistake(what, request, 400, field);
    }
}
