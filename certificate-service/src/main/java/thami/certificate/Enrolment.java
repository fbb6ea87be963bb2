package thami.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was last told of somebody who was enrolled: who, in what, admitted by whom, and all that the certificate will
/// need.
///
/// @param sequence the place of this fact among those of its participation; the highest one holds
/// @param legalBasis A or B; kept as it came, so that a code of tomorrow is not lost
/// @param legalBasisChangedBy who decided on the basis after the admission; absent: whoever admitted
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
        Instant enrolledAt,
        @Nullable Actor legalBasisChangedBy) {

    public Enrolment {
        modules = List.copyOf(modules);
    }

    boolean isLegalBasisChangedBy(Actor who) {
        return who.equals(legalBasisChangedBy);
    }

    boolean lists(UUID module) {
        return modules.stream().anyMatch(listed -> listed.id().equals(module));
    }

    /// As somebody says it who completed a module on this day: that counts, also when the cohort was moved to later
    /// days afterwards.
    Enrolment since(LocalDate day) {
        return lasting(earlier(startsOn, day), endsOn);
    }

    /// As a certificate of this day says it: nobody has taken part in days to come. Whoever finishes early has until
    /// then.
    public Enrolment until(LocalDate day) {
        return lasting(earlier(startsOn, day), earlier(endsOn, day));
    }

    Enrolment lasting(LocalDate first, LocalDate last) {
        return new Enrolment(
                sequence,
                cohort,
                cohortTitle,
                programme,
                name,
                legalBasis,
                admittedBy,
                ruleVersion,
                modules,
                first,
                last,
                sample,
                enrolledAt,
                legalBasisChangedBy);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
