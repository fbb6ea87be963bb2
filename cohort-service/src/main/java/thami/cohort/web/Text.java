package thami.cohort.web;

import java.text.Normalizer;

/// Text as it is kept: in one form of Unicode, without blanks around it.
final class Text {

    private Text() {}

    static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }
}
