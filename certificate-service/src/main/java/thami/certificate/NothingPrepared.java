package thami.certificate;

/// There is no preview to look at; it has to be prepared first.
public final class NothingPrepared extends RuntimeException {

    NothingPrepared(EntitlementId id) {
        super("nothing prepared for " + id.value());
    }
}
