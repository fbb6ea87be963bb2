package thami.web;

/// The configuration does not do: better no service than one that finds out with the first request.
public class RefusedToStart extends RuntimeException {

    /// @param reason names the properties
    public RefusedToStart(String reason) {
        super(reason);
    }
}
