package thami.cohort.participation;

import java.time.Instant;
import org.springframework.stereotype.Service;
import thami.cohort.participation.ParticipationEvent.ParticipationEnded.Because;

/// Ends the participation of whoever lost or gave back the seat, and notes the certificate of whoever finished.
@Service
public class EndParticipation {

    private final Participations participations;

    EndParticipation(Participations participations) {
        this.participations = participations;
    }

    /// @param sequence of the intake's event
    public void seatFreed(ParticipationId id, Because because, Instant at, long sequence) {
        var participation = participations.findOrExpect(id);
        if (participation.end(because, at, sequence)) participations.save(participation);
    }

    public void certified(ParticipationId id, Instant at) {
        var participation = participations.findOrExpect(id);
        if (participation.certify(at)) participations.save(participation);
    }
}
