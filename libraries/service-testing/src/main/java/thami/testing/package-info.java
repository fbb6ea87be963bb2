/// What the tests of all services share: real parts to run on, the other services played from their examples, staff to
/// sign in, and rules of the architecture.
///
/// On the class path of tests only; no word of the domain beyond what `contracts/` says.
@NullMarked
package thami.testing;

import org.jspecify.annotations.NullMarked;
