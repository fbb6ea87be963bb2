package thami.notification;

/// The words of one mail, as they were first sent: kept, so that staff see what the person saw, and a repeat is
/// the same.
///
/// The secret end of its link is never kept; a mark stands in its place until the letter is sent.
///
/// @param link the link's address with [#MARK] at its end, as it stands in the text and in the HTML
public record Letter(String subject, String text, String html, String link) {

    public static final String MARK = "•••";

    public Letter {
        if (!link.endsWith(MARK)) throw new IllegalArgumentException("The secret of a link must not be kept");
    }

    /// The letter as the person gets it.
    public Letter unsealed(String secret) {
        var open = link.substring(0, link.length() - MARK.length()) + secret;
        return new Letter(subject, text.replace(link, open), html.replace(link, open), link);
    }

    /// Never the words: they hold a name, and for a moment the secret of a link.
    @Override
    public String toString() {
        return "Letter[…]";
    }
}
