/// Getting events out of a document and into other services: nothing lost, nothing reordered, repeats harmless.
///
/// Mechanism only: no word of the domain may stand here.
@NullMarked
package thami.delivery;

import org.jspecify.annotations.NullMarked;
