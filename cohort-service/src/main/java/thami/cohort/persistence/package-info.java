/// Persistence: the collections of the business on MongoDB, and every index they need.
///
/// No rule of the business may stand here.
@NullMarked
package thami.cohort.persistence;

import org.jspecify.annotations.NullMarked;
