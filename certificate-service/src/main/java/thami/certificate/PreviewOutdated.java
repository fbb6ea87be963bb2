package thami.certificate;

/// Only the bytes that were looked at are released: there are others now, of another day, or none.
public final class PreviewOutdated extends Refused {

    PreviewOutdated() {
        super("the preview named is not the one that is prepared");
    }
}
