/// `./thami bench`: how fast the system is against the limit, which is the same writes, records and mails done by the
/// plain drivers. Nothing here is shipped; a figure is only what a run wrote, and a leg that was disturbed counts for
/// nothing.
@NullMarked
package thami.benchmarks;

import org.jspecify.annotations.NullMarked;
