package thami.certificate;

/// Why somebody may not release a certificate, though their role allows it.
public enum Objection {
    /// They admitted the person.
    ADMITTED,
    /// They changed the legal basis.
    REBASED,
    /// They recorded the last module.
    RECORDED
}
