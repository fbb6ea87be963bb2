/// Intake: who waits for a seat, and who is given one, by whom and why.
///
/// The intake of a cohort alone decides; candidates follow its facts. Nothing here knows of modules or completion.
@NullMarked
package thami.cohort.intake;

import org.jspecify.annotations.NullMarked;
