/// Who gets in: staff by OpenID Connect on pages, by bearer token at interfaces; everything that no rule opens is shut.
/// What a role may do stands in the service's own `thami.web.Access`, not here.
@NullMarked
package thami.web.security;

import org.jspecify.annotations.NullMarked;
