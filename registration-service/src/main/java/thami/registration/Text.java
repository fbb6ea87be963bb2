package thami.registration;

/// The same words in the programme's two languages.
public record Text(String de, String en) {

    public String in(Language language) {
        return switch (language) {
            case DE -> de;
            case EN -> en;
        };
    }
}
