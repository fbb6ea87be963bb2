/// Participation: who takes part, and which modules each person has completed.
///
/// Follows what the intake decided. Whether completed modules make a certificate is judged elsewhere.
@NullMarked
package thami.cohort.participation;

import org.jspecify.annotations.NullMarked;
