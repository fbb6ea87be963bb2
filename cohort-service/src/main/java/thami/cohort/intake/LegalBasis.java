package thami.cohort.intake;

/// On which of its two legal bases the certificate will rest. Decided per person, at admission, and
/// anew, with reason and evidence, until the certificate is released: people change employers.
public enum LegalBasis {
    /// Sufficient qualification: number 3 sentence 2 of annex 2 to § 2 (1) ThürGUSVO.
    A,
    /// Requirements on staff: section 4 no. 4 of the Thuringian guideline on funding social counselling of recognised
    /// refugees.
    B
}
