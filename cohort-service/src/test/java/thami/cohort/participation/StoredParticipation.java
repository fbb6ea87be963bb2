package thami.cohort.participation;

import static thami.cohort.Samples.COHORT;
import static thami.cohort.Samples.COUNSELLING;
import static thami.cohort.Samples.LAW;
import static thami.cohort.Samples.NOON;
import static thami.cohort.Samples.TOM;
import static thami.cohort.Samples.admission;
import static thami.cohort.Samples.plan;

import java.time.LocalDate;
import java.util.UUID;
import thami.cohort.intake.LegalBasis;
import thami.cohort.participation.ParticipationEvent.ParticipationEnded.Because;

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
        participation.complete(LAW, day, () -> day, day, TOM, NOON);
        participation.complete(COUNSELLING, day, () -> day, day, TOM, NOON);
        participation.correct(COUNSELLING, null, "Beispiel: falscher Tag", TOM, NOON.plusSeconds(60));
        participation.end(Because.WITHDRAWN, NOON.plusSeconds(120), 2);
        participation.certify(NOON.plusSeconds(180));
        return participation;
    }
}
