package thami.certificate;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;

/// All that goes onto the page.
///
/// @param verifyAt where the number can be verified, also printed as QR code
/// @param date the day it is issued on, in Thuringia
/// @param sealedAt the time the seal claims
public record Draft(Wording wording, CertificateNumber number, URI verifyAt, LocalDate date, Instant sealedAt) {}
