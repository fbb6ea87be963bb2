package thami.cohort.web;

import java.util.Optional;

/// A reason as it is typed into a page, by the rules of [Because].
final class Reason {

    /// Also the `maxlength` of its field: browsers count a line break as one, as we do.
    static final int LONGEST = 1_000;

    private Reason() {}

    static String of(String typed) {
        return Text.clean(typed.replace("\r\n", "\n"));
    }

    /// What is wrong with it, in the reader's language.
    static Optional<String> mistake(String typed, Words words) {
        var reason = of(typed);
        var isInOrder = !reason.isBlank() && reason.length() <= LONGEST && reason.matches("[^\\p{Cc}&&[^\\n\\r\\t]]*");
        return isInOrder ? Optional.empty() : Optional.of(words.say("case.reason.missing"));
    }
}
