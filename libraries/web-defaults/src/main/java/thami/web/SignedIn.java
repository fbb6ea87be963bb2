package thami.web;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;

/// Who is behind Spring Security's authentication: the claims of a sign-in and of a bearer token mean the same.
public final class SignedIn {

    private SignedIn() {}

    public static Optional<Staff> staff() {
        return staff(SecurityContextHolder.getContext().getAuthentication());
    }

    static Optional<Staff> staff(@Nullable Authentication authentication) {
        if (authentication == null) return Optional.empty();
        return switch (authentication.getPrincipal()) {
            case OidcUser user -> Optional.of(staff(user.getClaims()));
            case Jwt token -> Optional.of(staff(token.getClaims()));
            case null, default -> Optional.empty();
        };
    }

    /// `admissions` → `ROLE_ADMISSIONS`, `course-management` → `ROLE_COURSE_MANAGEMENT`.
    public static String authority(String role) {
        return "ROLE_" + role.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    public static Set<GrantedAuthority> authorities(Map<String, Object> claims) {
        return roles(claims).stream()
                .map(role -> new SimpleGrantedAuthority(authority(role)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Staff staff(Map<String, Object> claims) {
        var subject = String.valueOf(claims.get("sub"));
        var name = claims.get("name") instanceof String text && !text.isBlank() ? text : subject;
        return new Staff(String.valueOf(claims.get("iss")), subject, name, roles(claims));
    }

    private static Set<String> roles(Map<String, Object> claims) {
        return claims.get("roles") instanceof Collection<?> roles
                ? roles.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
