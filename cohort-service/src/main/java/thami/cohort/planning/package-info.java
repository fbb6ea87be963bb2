/// Planning: the cohort, its curriculum, dates, seats and rules, from the first plan to the end of its call.
///
/// Knows neither applicants nor decisions; what it needs from them it asks through `SeatAllocation`.
@NullMarked
package thami.cohort.planning;

import org.jspecify.annotations.NullMarked;
