package thami.cohort.participation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import thami.cohort.StaffMember;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.Cohorts;
import thami.cohort.planning.ModuleId;

/// Records that one person completed one module, or takes that back with the reason.
@Service
public class RecordCompletion {

    static final ZoneId THURINGIA = ZoneId.of("Europe/Berlin");

    private final Participations participations;
    private final Cohorts cohorts;
    private final Clock clock;

    RecordCompletion(Participations participations, Cohorts cohorts, Clock clock) {
        this.participations = participations;
        this.cohorts = cohorts;
        this.clock = clock;
    }

    public Participation complete(ParticipationId id, ModuleId module, LocalDate on, StaffMember by) {
        var participation = participations.get(id);
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, THURINGIA);
        var news = participation.complete(module, on, () -> plannedStart(participation), today, by, now);
        return news ? participations.save(participation) : participation;
    }

    private LocalDate plannedStart(Participation participation) {
        return cohorts.get(participation.cohort()).plan().period().startsOn();
    }

    /// Records a module of a cohort for one of its participants: what a list of them consists of. What cannot be
    /// recorded for one person does not keep it from the others, and sending it again does no harm.
    ///
    /// @return the rule that stood against it, if one did
    public Optional<CompletionRefused> completeIn(
            CohortId cohort, ModuleId module, ParticipationId id, LocalDate on, StaffMember by) {
        try {
            if (!participations.get(id).cohort().equals(cohort)) throw new NoSuchParticipation(id);
            complete(id, module, on, by);
            return Optional.empty();
        } catch (CompletionRefused refused) {
            return Optional.of(refused);
        }
    }

    /// @param recordedAt of the entry that the caller saw; absent: whichever there is
    public Participation correct(
            ParticipationId id, ModuleId module, @Nullable Instant recordedAt, String reason, StaffMember by) {
        var participation = participations.get(id);
        participation.correct(module, recordedAt, reason, by, clock.instant());
        return participations.save(participation);
    }
}
