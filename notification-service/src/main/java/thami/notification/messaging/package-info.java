/// What this service hears from the others, and what it makes of it: one policy per fact, each with its own
/// view of it.
///
/// Nothing is sent from here: this service publishes nothing.
@NullMarked
package thami.notification.messaging;

import org.jspecify.annotations.NullMarked;
