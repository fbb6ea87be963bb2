package thami.delivery;

import java.util.UUID;

/// The id of something: a record around a UUID, bare in documents, JSON and record keys.
public interface Identifier {

    UUID value();
}
