package thami.certificate;

/// The same words in German and in English.
public record Bilingual(String de, String en) {

    public String in(String language) {
        return "en".equals(language) ? en : de;
    }
}
