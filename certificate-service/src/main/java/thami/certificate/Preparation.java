package thami.certificate;

import java.time.Instant;
import java.time.LocalDate;

/// A certificate that is made but not released: the very bytes, with their number and their date.
public record Preparation(
        CertificateId certificate,
        CertificateNumber number,
        LocalDate date,
        Wording wording,
        SealedPdf pdf,
        Actor preparedBy,
        Instant preparedAt) {}
