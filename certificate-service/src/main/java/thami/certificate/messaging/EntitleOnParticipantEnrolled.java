package thami.certificate.messaging;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import thami.certificate.Bilingual;
import thami.certificate.CollectFact;
import thami.certificate.Enrolment;
import thami.certificate.EntitlementId;
import thami.certificate.ListedModule;
import thami.delivery.Fact;

/// Whoever is enrolled may be entitled to a certificate one day; all that it will need is taken from this fact.
@Component
class EntitleOnParticipantEnrolled {

    private final CollectFact collect;

    EntitleOnParticipantEnrolled(CollectFact collect) {
        this.collect = collect;
    }

    void on(Fact<ParticipantEnrolled> fact) {
        var enrolment = fact.view().enrolment(fact.sequence());
        collect.into(new EntitlementId(fact.view().participationId()), entitlement -> entitlement.enrol(enrolment));
    }

    record ParticipantEnrolled(
            UUID participationId,
            UUID cohortId,
            Words cohortTitle,
            Programme programme,
            String name,
            String legalBasis,
            Staff admittedBy,
            @Nullable Staff legalBasisChangedBy,
            String ruleVersion,
            List<Module> modules,
            LocalDate startsOn,
            LocalDate endsOn,
            boolean sample,
            Instant enrolledAt) {

        record Words(String de, String en) {
            Bilingual bilingual() {
                return new Bilingual(de, en);
            }
        }

        record Programme(String code, String title) {}

        record Module(UUID id, Words title, int units, String provider) {}

        Enrolment enrolment(long sequence) {
            return new Enrolment(
                    sequence,
                    cohortId,
                    cohortTitle.bilingual(),
                    new thami.certificate.Programme(programme.code, programme.title),
                    Normalizer.normalize(name, Normalizer.Form.NFC).strip(),
                    legalBasis,
                    admittedBy.actor(),
                    ruleVersion,
                    modules.stream()
                            .map(module -> new ListedModule(
                                    module.id, module.title.bilingual(), module.units, module.provider))
                            .toList(),
                    startsOn,
                    endsOn,
                    sample,
                    enrolledAt,
                    legalBasisChangedBy == null ? null : legalBasisChangedBy.actor());
        }
    }
}
