package thami.certificate;

import java.util.List;

/// Nothing is certified while something is missing.
public final class NotReady extends Refused {

    private final transient List<Missing> missing;

    NotReady(List<Missing> missing) {
        super("still missing: " + missing);
        this.missing = missing;
    }

    public List<Missing> missing() {
        return missing;
    }
}
