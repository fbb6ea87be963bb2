package thami.registration;

import java.time.Instant;
import java.util.UUID;

/// A certificate was issued to the applicant; the certificate itself lives in certificate-service.
record Certification(UUID certificate, Instant at) {}
