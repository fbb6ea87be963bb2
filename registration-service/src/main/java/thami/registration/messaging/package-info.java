/// What registration-service tells the others and what it hears from them.
///
/// Each record on the wire is private to this package, so that no other service's words leak into the business.
@NullMarked
package thami.registration.messaging;

import org.jspecify.annotations.NullMarked;
