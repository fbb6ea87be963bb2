package thami.notification.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.stereotype.Component;
import thami.notification.CertificateId;
import thami.notification.Occasion;
import thami.notification.Occasion.Admitted;
import thami.notification.Occasion.ApplicationReceived;
import thami.notification.Occasion.ApplicationWithdrawn;
import thami.notification.Occasion.CertificateIssued;
import thami.notification.Occasion.CohortCancelled;
import thami.notification.Occasion.CohortMoved;
import thami.notification.Occasion.DecisionUndone;
import thami.notification.Occasion.Declined;
import thami.notification.Occasion.StatusLinkRenewed;
import thami.notification.Occasion.Waitlisted;
import thami.notification.TimeAndPlace;
import thami.notification.Title;

@Component
@ReadingConverter
class DocumentToOccasion implements Converter<Document, Occasion> {

    @Override
    public Occasion convert(Document stored) {
        var at = at(stored);
        return switch (stored.getString("name")) {
            case "received" -> new ApplicationReceived(at);
            case "link-renewed" -> new StatusLinkRenewed(at);
            case "withdrawn" -> new ApplicationWithdrawn(at);
            case "admitted" -> new Admitted(call(stored), at);
            case "waitlisted" -> new Waitlisted(call(stored), stored.getInteger("position"), at);
            case "declined" -> new Declined(call(stored), at);
            case "undone" -> new DecisionUndone(call(stored), at);
            case "moved" -> new CohortMoved(timeAndPlace(stored), at);
            case "cancelled" -> new CohortCancelled(at);
            case "certificate" ->
                new CertificateIssued(
                        new CertificateId(stored.get("certificate", UUID.class)), stored.getString("number"), at);
            case String unknown -> throw new IllegalStateException("Stored by a newer version: " + unknown);
        };
    }

    private static Instant at(Document stored) {
        return stored.get("at") instanceof Date date ? date.toInstant() : stored.get("at", Instant.class);
    }

    private static TimeAndPlace timeAndPlace(Document stored) {
        return new TimeAndPlace(
                LocalDate.parse(stored.getString("startsOn")),
                LocalDate.parse(stored.getString("endsOn")),
                stored.getString("place"));
    }

    private static Title call(Document stored) {
        var call = stored.get("call", Document.class);
        return new Title(call.getString("de"), call.getString("en"));
    }
}
