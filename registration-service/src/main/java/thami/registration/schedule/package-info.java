/// What happens because time has passed rather than because somebody asked.
///
/// Each reaction may run on any number of instances at once.
@NullMarked
package thami.registration.schedule;

import org.jspecify.annotations.NullMarked;
