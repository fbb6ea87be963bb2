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
            case ApplicationReceived _, StatusLinkRenewed _, ApplicationWithdrawn _ -> document;
            case Admitted(var call, _) -> document.append("call", title(call));
            case Waitlisted(var call, var position, _) ->
                document.append("call", title(call)).append("position", position);
            case Declined(var call, _) -> document.append("call", title(call));
            case DecisionUndone(var call, _) -> document.append("call", title(call));
            case CertificateIssued(var certificate, var number, _) ->
                document.append("certificate", certificate.value()).append("number", number);
        };
    }

    private static Document title(Title title) {
        return new Document("de", title.de()).append("en", title.en());
    }
}
