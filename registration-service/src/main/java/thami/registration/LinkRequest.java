package thami.registration;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// Somebody asked for their links to be sent again. Kept only until that is done, for whoever asks may be a
/// stranger.
///
/// That it is written down first, and looked up later, makes the answer the same for everybody: in its
/// words, in the time it takes, and in that it outlives a crash.
@Document("linkRequests")
@TypeAlias("linkRequest")
public record LinkRequest(@Id String mailbox, Instant at) {}
