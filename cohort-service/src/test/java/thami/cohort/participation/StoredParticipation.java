package thami.cohort.participation;

import static thami.cohort.Samples.COHORT;
import static thami.cohort.Samples.COUNSELLING;
import static thami.cohort.Samples.LAW;
import static thami.cohort.Samples.NOON;
import static thami.cohort.Samples.TOM;
import static thami.cohort.Samples.admission;
import static thami.cohort.Samples.plan;
import static thami.cohort.Samples.rebased;
import static thami.cohort.Samples.withPeriod;

import java.time.LocalDate;
import java.util.UUID;
import thami.cohort.intake.LegalBasis;
import thami.cohort.participation.ParticipationEvent.ParticipationEnded.Because;
import thami.cohort.planning.Period;

/// A participation in its fullest shape, for the example of how it is stored.
public final class StoredParticipation {

    private StoredParticipation() {}

    public static Participation sample(UUID person) {
        var participation = Participation.expected(new ParticipationId(person));
        var day = LocalDate.parse("2026-03-09");
        participation.admit(COHORT, admission(LegalBasis.A, NOON), 1);
        participation.enrol(new Enrolment(
                COHORT,
                plan().title(),
                plan().programme(),
                "Şule Beispiel-Yıldız",
                plan().curriculum(),
                plan().period(),
                true));
        participation.admit(COHORT, rebased(admission(LegalBasis.A, NOON), LegalBasis.B, NOON.plusSeconds(30)), 2);
        participation.follow(
                withPeriod(plan(), new Period(LocalDate.parse("2026-03-16"), LocalDate.parse("2026-11-13"))), NOON);
        participation.complete(LAW, day, () -> day, day, TOM, NOON);
        participation.complete(COUNSELLING, day, () -> day, day, TOM, NOON);
        participation.correct(COUNSELLING, null, "Beispiel: falscher Tag", TOM, NOON.plusSeconds(60));
        participation.end(Because.WITHDRAWN, NOON.plusSeconds(120), 3);
        participation.certify(NOON.plusSeconds(180));
        return participation;
    }
}
