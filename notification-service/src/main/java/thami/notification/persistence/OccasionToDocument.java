package thami.notification.persistence;

import org.bson.Document;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.stereotype.Component;
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
import thami.notification.Title;

/// Occasions by their names, not by their classes: a document can be read before any class was seen, and after
/// a rename.
@Component
@WritingConverter
class OccasionToDocument implements Converter<Occasion, Document> {

    @Override
    public Document convert(Occasion occasion) {
        var document = new Document("name", occasion.name()).append("at", occasion.at());
        return switch (occasion) {
            case ApplicationReceived _, StatusLinkRenewed _, ApplicationWithdrawn _, CohortCancelled _ -> document;
            case Admitted admitted -> document.append("call", title(admitted.call()));
            case Waitlisted waitlisted ->
                document.append("call", title(waitlisted.call())).append("position", waitlisted.position());
            case Declined declined -> document.append("call", title(declined.call()));
            case DecisionUndone undone -> document.append("call", title(undone.call()));
            case CohortMoved moved ->
                document.append("startsOn", moved.to().startsOn().toString())
                        .append("endsOn", moved.to().endsOn().toString())
                        .append("place", moved.to().place());
            case CertificateIssued issued ->
                document.append("certificate", issued.certificate().value()).append("number", issued.number());
        };
    }

    private static Document title(Title title) {
        return new Document("de", title.de()).append("en", title.en());
    }
}
