package thami.cohort.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.cohort.participation.EndParticipation;
import thami.cohort.participation.ParticipationEvent.ParticipationEnded.Because;
import thami.cohort.participation.ParticipationId;
import thami.delivery.Fact;

/// Whoever no longer has a seat no longer takes part.
@Component
class EndParticipationOnSeatFreed {

    private final EndParticipation end;

    EndParticipationOnSeatFreed(EndParticipation end) {
        this.end = end;
    }

    void on(Fact<SeatFreed> fact) {
        var freed = fact.view();
        end.seatFreed(new ParticipationId(freed.applicationId), freed.because, freed.freedAt, fact.sequence());
    }

    record SeatFreed(UUID applicationId, Because because, Instant freedAt) {}
}
