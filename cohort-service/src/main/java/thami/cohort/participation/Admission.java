package thami.cohort.participation;

import java.time.Instant;
import thami.cohort.intake.LegalBasis;

/// That a seat was given: on which legal basis, by whom, when.
public record Admission(LegalBasis legalBasis, Recorder by, Instant at) {}
