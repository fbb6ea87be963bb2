package thami.cohort.web;

/// The version of a document as `ETag` and `If-Match` carry it.
final class Tag {

    private Tag() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /// What is none of ours matches nothing.
    static long version(String ifMatch) {
        var bare = ifMatch.strip();
        if (!bare.matches("\"\\d{1,18}\"")) throw new NoLongerMatches();
        return Long.parseLong(bare.substring(1, bare.length() - 1));
    }

    static final class NoLongerMatches extends RuntimeException {}
}
