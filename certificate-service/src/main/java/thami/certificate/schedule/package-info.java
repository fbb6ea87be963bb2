/// What happens by the clock, not by a request or a fact.
///
/// A moment and the reaction to it; what is to be done stands in the business.
@NullMarked
package thami.certificate.schedule;

import org.jspecify.annotations.NullMarked;
