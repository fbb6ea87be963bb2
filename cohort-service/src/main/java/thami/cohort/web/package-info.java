/// Web: the HTTP interface and the pages for staff.
///
/// Reads and words only what the business decided; no rule may stand here.
@NullMarked
package thami.cohort.web;

import org.jspecify.annotations.NullMarked;
