package thami.web;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// Names of people as text: one spelling for what looks the same, and which characters a name may have.
public final class Names {

    private static final int LONGEST = 200;
    private static final int MARKS = 3; // on one letter: DIN 91379 needs two, more only hides other text

    /// Apostrophes, hyphens, full stop, comma, middle dot and the modifier letters of DIN 91379's names.
    private static final String SIGNS = " '’‘`´-‐‑.,·ʹʺʻʼʾʿˈˌ";

    private Names() {}

    /// In Unicode's composed form (NFC), without spaces around it, and with one space where there were several.
    public static String normalized(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('\u00a0', ' ')
                .replaceAll(" +", " ")
                .replaceAll("^ | $", "");
    }

    /// What is wrong with a name: `length`, `script` or `characters`; nothing if it is fine.
    static @Nullable String fault(String text) {
        var name = normalized(text);
        if (name.length() > LONGEST) return "length";
        if (name.codePoints().anyMatch(Names::isOfAnotherScript)) return "script";
        if (name.codePoints().noneMatch(Character::isLetter)) return "characters";
        return hasOnlyNameCharacters(name.codePoints().toArray()) ? null : "characters";
    }

    private static boolean isOfAnotherScript(int c) {
        var script = UnicodeScript.of(c);
        return script != UnicodeScript.LATIN
                && script != UnicodeScript.COMMON
                && script != UnicodeScript.INHERITED
                && script != UnicodeScript.UNKNOWN;
    }

    private static boolean hasOnlyNameCharacters(int[] characters) {
        var marks = MARKS; // a mark needs a letter before it
        for (var c : characters) {
            if (isMark(c)) {
                if (++marks > MARKS) return false;
            } else if (isLetter(c)) {
                marks = 0;
            } else if (SIGNS.indexOf(c) >= 0) {
                marks = MARKS;
            } else {
                return false;
            }
        }
        return true;
    }

    private static boolean isMark(int c) {
        return c >= 0x300 && c <= 0x36f && c != 0x34f; // U+034F joins invisibly
    }

    /// The Latin blocks that DIN 91379 takes letters from; not ligatures, full-width or mathematical letters.
    private static boolean isLetter(int c) {
        return Character.isLetter(c)
                && UnicodeScript.of(c) == UnicodeScript.LATIN
                && (c < 0x2b0 || c >= 0x1e00 && c <= 0x1eff);
    }
}
