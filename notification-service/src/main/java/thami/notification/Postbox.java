package thami.notification;

/// Where a notification is put that can be sent at once. A hint only: what gets lost here is found by its time.
public interface Postbox {

    /// @param due as it has just been stored; from now on it belongs to whoever empties the postbox
    void put(Notification due);
}
