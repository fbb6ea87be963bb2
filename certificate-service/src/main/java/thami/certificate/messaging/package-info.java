/// What this service hears about participations and what it tells about certificates.
///
/// Views and wire records are private to the reaction that uses them; no rule of the business stands here.
@NullMarked
package thami.certificate.messaging;

import org.jspecify.annotations.NullMarked;
