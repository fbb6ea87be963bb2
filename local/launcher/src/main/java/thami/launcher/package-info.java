/// `./thami`: builds, starts, watches and stops the whole system on one machine. It runs from its sources before
/// anything is built, so nothing but the JDK may be used here; it knows processes, ports and files, not the
/// programme.
@NullMarked
package thami.launcher;

import org.jspecify.annotations.NullMarked;
