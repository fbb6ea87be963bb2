package thami.notification;

/// Whom we write to. The address is kept as it was given; whether mail can be sent to it is known when it is
/// tried.
public record Person(String name, String address, Language language) {

    /// Never the name or the address: records end up in logs.
    @Override
    public String toString() {
        return "Person[" + language + "]";
    }
}
