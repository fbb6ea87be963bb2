/// Messaging: what cohort-service tells the other services, and what it makes of what it hears.
///
/// Translates between the wire and the business; decides nothing.
@NullMarked
package thami.cohort.messaging;

import org.jspecify.annotations.NullMarked;
