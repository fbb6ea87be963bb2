package thami.delivery;

/// What one kind of aggregate tells the others: the translation from its sealed events to the wire.
///
/// One bean per sealed event interface; the relay finds it by `E`.
public interface Announcements<E> {

    /// The topic these are sent to, one of `contracts/topics.yaml`.
    String topic();

    Announcement of(E event);
}
