package thami.cohort.planning;

/// A name in both languages of the programme.
public record Title(String de, String en) {

    public String in(String language) {
        return "en".equals(language) ? en : de;
    }
}
