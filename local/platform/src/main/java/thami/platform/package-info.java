/// The parts a production site has anyway, for one machine: Kafka broker, document store, mail sink, OpenID provider,
/// entrance. Each can be started alone, in a test as in the launcher; no word of the programme's business belongs here.
@NullMarked
package thami.platform;

import org.jspecify.annotations.NullMarked;
