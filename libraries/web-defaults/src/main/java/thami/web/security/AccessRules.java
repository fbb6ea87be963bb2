package thami.web.security;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import thami.web.Access;
import thami.web.SignedIn;

/// Judges a request by the service's [Access]: the first rule that fits; without one, no.
class AccessRules implements AuthorizationManager<RequestAuthorizationContext> {

    private record Compiled(RequestMatcher requests, boolean open, Set<String> authorities) {}

    private final List<Compiled> rules;
    private final Addresses addresses;

    AccessRules(Access access, Addresses addresses) {
        this.rules = access.all().stream().map(AccessRules::compiled).toList();
        this.addresses = addresses;
    }

    private static Compiled compiled(Access.Rule rule) {
        var authorities = rule.roles().stream().map(SignedIn::authority).collect(Collectors.toUnmodifiableSet());
        return new Compiled(requests(rule), rule.isPublic(), authorities);
    }

    private static RequestMatcher requests(Access.Rule rule) {
        var paths = PathPatternRequestMatcher.withDefaults();
        var exact = paths.matcher(rule.method(), rule.path());
        return rule.method() == HttpMethod.GET
                ? new OrRequestMatcher(exact, paths.matcher(HttpMethod.HEAD, rule.path()))
                : exact;
    }

    @Override
    public AuthorizationResult authorize(Supplier<? extends Authentication> who, RequestAuthorizationContext context) {
        var request = context.getRequest();
        var rule = rules.stream().filter(r -> r.requests().matches(request)).findFirst();
        if (rule.isEmpty()) return new AuthorizationDecision(!addresses.exists(request));
        return new AuthorizationDecision(
                rule.get().open() || hasOneOf(rule.get().authorities(), who.get()));
    }

    private static boolean hasOneOf(Set<String> authorities, Authentication who) {
        return who.isAuthenticated()
                && who.getAuthorities().stream().anyMatch(mine -> authorities.contains(mine.getAuthority()));
    }
}
