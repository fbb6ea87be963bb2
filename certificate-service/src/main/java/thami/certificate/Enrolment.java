package thami.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// What was frozen when somebody was enrolled: who, in what, admitted by whom, and all that the certificate will need.
///
/// @param sequence the place of this fact among those of its participation; the highest one holds
/// @param legalBasis A or B; kept as it came, so that a code of tomorrow is not lost
/// @param sample whether the cohort is invented, for demonstrations
public record Enrolment(
        long sequence,
        UUID cohort,
        Bilingual cohortTitle,
        Programme programme,
        String name,
        String legalBasis,
        Actor admittedBy,
        String ruleVersion,
        List<ListedModule> modules,
        LocalDate startsOn,
        LocalDate endsOn,
        boolean sample,
        Instant enrolledAt) {

    public Enrolment {
        modules = List.copyOf(modules);
    }
}
