/// cohort-service: plans cohorts, gives their seats, and records what participants complete.
///
/// Here stand the start of the service and the one value all three business packages share; no rules.
@NullMarked
package thami.cohort;

import org.jspecify.annotations.NullMarked;
