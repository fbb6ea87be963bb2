package thami.notification.mail;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/// Text that others gave us, made safe to stand in one line: nothing that ends a line, nothing that turns it
/// around.
final class PlainLine {

    private PlainLine() {}

    static String of(String text) {
        var line = new StringBuilder(text.length());
        Normalizer.normalize(text, Form.NFC).codePoints().forEach(each -> append(line, each));
        return line.toString().strip().replaceAll(" {2,}", " ");
    }

    private static void append(StringBuilder line, int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> line.append(' ');
            case Character.SURROGATE, Character.UNASSIGNED -> line.append('\uFFFD');
            default -> {
                if (!turnsTextAround(codePoint)) line.appendCodePoint(codePoint);
            }
        }
    }

    /// Only these of the format characters: emoji need their joiners, Arabic and Persian theirs.
    private static boolean turnsTextAround(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
