/// What `bench relay` measures: the outbox of event-delivery, and the same work by the plain drivers.
///
/// Both know nothing of the programme; they are told how many documents and answer how long it took.
@NullMarked
package thami.benchmarks.relay;

import org.jspecify.annotations.NullMarked;
