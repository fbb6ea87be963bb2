package thami.certificate;

/// Makes the sealed file of a certificate: once, for one person, keeping nothing of it.
public interface CertificatePress {

    /// The words this certificate will be issued with, in the current template.
    ///
    /// @throws CannotIssue if one of them cannot be printed
    Wording word(Enrolment enrolment, LegalBasis basis);

    /// @throws CannotIssue if there is no valid seal or the address to verify at could not stand for years
    SealedPdf press(Draft draft);
}
