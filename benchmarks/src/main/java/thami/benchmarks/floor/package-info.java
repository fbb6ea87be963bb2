/// The limit of the journey: what the system writes, sends and mails for one person, counted once and done by the plain
/// drivers in one process, without any framework; and a server that does none of it, to look at the generator with.
///
/// The floor answers the requests of the same script as the system, checks nobody's right to ask, and survives nothing
/// that the system survives.
@NullMarked
package thami.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
