package thami.cohort.web;

import java.util.Optional;

/// A reason as it is typed into a page, by the rules of [Because]. Browsers count a line break as one character, as we
/// do.
final class Reason {

    private Reason() {}

    static String of(String typed) {
        return Text.clean(typed.replace("\r\n", "\n"));
    }

    /// What is wrong with it, in the reader's language.
    static Optional<String> mistake(String typed, Words words) {
        var reason = of(typed);
        var isInOrder = !reason.isBlank() && reason.length() <= Because.LONGEST && reason.matches(Because.CHARACTERS);
        return isInOrder ? Optional.empty() : Optional.of(words.say("case.reason.missing"));
    }
}
