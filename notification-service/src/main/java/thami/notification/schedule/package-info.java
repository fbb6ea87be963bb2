/// When things happen by themselves: due notifications are delivered, at once where possible, by the clock
/// otherwise.
///
/// What is due, and what follows, is decided in the business.
@NullMarked
package thami.notification.schedule;

import org.jspecify.annotations.NullMarked;
