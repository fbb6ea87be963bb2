/// Sign-ins and drafts in the service's own store, so that they outlive a restart and are the same for every instance.
/// Nothing here knows what a session holds.
@NullMarked
package thami.web.session;

import org.jspecify.annotations.NullMarked;
