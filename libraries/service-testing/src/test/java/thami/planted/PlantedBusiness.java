package thami.planted;

import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import thami.planted.web.PlantedEdge;

/// Breaks one rule of the architecture with each member, so that the rules are seen to bite.
class PlantedBusiness {

    @Autowired
    private PlantedEdge knowsItsEdge;

    Instant readsTheClock() {
        return Instant.now();
    }

    UUID makesUpAnId() {
        return UUID.randomUUID();
    }

    String mapsCaseWithoutALocale() {
        return "I".toLowerCase();
    }

    ResponseEntity<PlantedEdge> answersRequests() {
        return ResponseEntity.ok(knowsItsEdge);
    }
}
