package thami.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.Document;
import org.springframework.core.io.ClassPathResource;

/// Documents as they lie in stores out there. They are never edited: a new shape is a new version with its own example.
final class Golden {

    private Golden() {}

    static Document document(String name) {
        return Document.parse(json(name));
    }

    /// The same under another id.
    static Document document(String name, UUID id) {
        var document = Document.parse(json(name).replace("8c2f4d7a-91b3-4e06-a7d5-0b6e3f9c2a02", id.toString()));
        document.put("_id", new BsonBinary(id));
        return document;
    }

    static String json(String name) {
        try {
            return new ClassPathResource("stored/" + name + ".json").getContentAsString(UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
