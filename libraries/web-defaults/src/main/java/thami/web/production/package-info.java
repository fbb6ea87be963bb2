/// What a service refuses to start with outside of the demonstration: addresses and secrets that are good for one
/// machine only, a login that may go in clear. It judges configuration; it reads no file and opens no connection.
@NullMarked
package thami.web.production;

import org.jspecify.annotations.NullMarked;
