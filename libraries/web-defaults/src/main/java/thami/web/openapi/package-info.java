/// What every service's OpenAPI document says besides its own operations: how they refuse, and how to sign in.
/// Operations and their words stand in the services.
@NullMarked
package thami.web.openapi;

import org.jspecify.annotations.NullMarked;
