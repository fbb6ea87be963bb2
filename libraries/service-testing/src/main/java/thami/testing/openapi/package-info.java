/// Bad input at every door of a service, made up from what its own OpenAPI document says is good input.
///
/// Nothing here knows a service: what a schema cannot say (a word that matches a pattern) the service's test
/// adds.
@NullMarked
package thami.testing.openapi;

import org.jspecify.annotations.NullMarked;
