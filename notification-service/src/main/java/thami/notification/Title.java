package thami.notification;

/// The title of a call in both languages.
public record Title(String de, String en) {

    public String in(Language language) {
        return switch (language) {
            case DE -> de;
            case EN -> en;
        };
    }
}
