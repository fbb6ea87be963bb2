package thami.certificate;

/// What a verifier is told about a certificate that exists.
public enum Standing {
    VALID,
    EXPIRED,
    /// Replaced, for instance after a change of name; neither reason nor successor is told.
    NO_LONGER_VALID,
    REVOKED
}
