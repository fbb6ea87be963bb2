package thami.certificate.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import thami.certificate.Actor;
import thami.certificate.Bilingual;
import thami.certificate.Enrolment;
import thami.certificate.Entitlement;
import thami.certificate.ListedModule;
import thami.certificate.Objection;
import thami.certificate.Preparation;
import thami.certificate.Programme;

/// All about one entitlement.
///
/// @param preview what was prepared today, if anything
/// @param contradicted released and stands, though `ended`, `missing` or another legal basis was reported since
/// @param certifiedBasis of the certificate, if the enrolment names another one since
/// @param objection why whoever asks may not release it: `ADMITTED`, `REBASED` or `RECORDED`
record EntitlementView(
        UUID id,
        String state,
        @Nullable Enrolled enrolment,
        List<Module> modules,
        List<MissingView> missing,
        @Nullable Actor lastRecordedBy,
        @Nullable Prepared preview,
        @Nullable Objection objection,
        @Nullable Ended ended,
        @Nullable Released release,
        boolean contradicted,
        @Nullable String certifiedBasis) {

    record Enrolled(
            String name,
            Programme programme,
            UUID cohortId,
            Bilingual cohort,
            String legalBasis,
            String ruleVersion,
            LocalDate startsOn,
            LocalDate endsOn,
            boolean sample,
            Actor admittedBy,
            @Nullable Actor legalBasisChangedBy) {

        static Enrolled of(Enrolment enrolment) {
            return new Enrolled(
                    enrolment.name(),
                    enrolment.programme(),
                    enrolment.cohort(),
                    enrolment.cohortTitle(),
                    enrolment.legalBasis(),
                    enrolment.ruleVersion(),
                    enrolment.startsOn(),
                    enrolment.endsOn(),
                    enrolment.sample(),
                    enrolment.admittedBy(),
                    enrolment.legalBasisChangedBy());
        }
    }

    record Module(
            UUID id,
            Bilingual title,
            int units,
            String provider,
            @Nullable LocalDate completedOn,
            @Nullable Actor recordedBy) {

        static Module of(ListedModule module, Entitlement entitlement) {
            var completed = entitlement.recordOf(module.id()).filter(known -> known.isCompleted());
            return new Module(
                    module.id(),
                    module.title(),
                    module.units(),
                    module.provider(),
                    completed.map(known -> known.completedOn()).orElse(null),
                    completed.map(known -> known.by()).orElse(null));
        }
    }

    record Prepared(String sha256, String number, LocalDate date, Actor preparedBy, Instant preparedAt) {
        static Prepared of(Preparation prepared) {
            return new Prepared(
                    prepared.pdf().sha256(),
                    prepared.number().grouped(),
                    prepared.date(),
                    prepared.preparedBy(),
                    prepared.preparedAt());
        }
    }

    record Ended(String because, Instant endedAt) {}

    record Released(UUID certificateId, String number, String sha256, Actor releasedBy, Instant releasedAt) {}

    static EntitlementView of(Entitlement entitlement, Optional<Preparation> prepared, Actor who) {
        return new EntitlementView(
                entitlement.id().value(),
                entitlement.state().name(),
                entitlement.enrolment().map(Enrolled::of).orElse(null),
                entitlement.enrolment().map(Enrolment::modules).orElse(List.of()).stream()
                        .map(module -> Module.of(module, entitlement))
                        .toList(),
                entitlement.missing().stream().map(MissingView::of).toList(),
                entitlement.lastRecordedBy().orElse(null),
                prepared.map(Prepared::of).orElse(null),
                entitlement.objectionTo(who).orElse(null),
                entitlement
                        .ending()
                        .map(ending -> new Ended(ending.because(), ending.endedAt()))
                        .orElse(null),
                entitlement
                        .release()
                        .map(release -> new Released(
                                release.certificate().value(),
                                release.number().grouped(),
                                release.sha256(),
                                release.releasedBy(),
                                release.releasedAt()))
                        .orElse(null),
                entitlement.isContradicted(),
                entitlement.otherCertifiedBasis().orElse(null));
    }
}
