/// Sample people on their way through the whole system, by its public HTTP interfaces alone. Told by `./thami
/// demo`, and walked again and again by the system tests; it knows no class and no store of any service.
@NullMarked
package thami.launcher.demo;

import org.jspecify.annotations.NullMarked;
