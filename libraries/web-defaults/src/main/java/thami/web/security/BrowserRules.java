package thami.web.security;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// What browsers are told about every answer: nothing inline, nothing from elsewhere, no frames, no referrer (a
/// person's link stands in the address).
final class BrowserRules {

    private BrowserRules() {}

    /// @param issuer where forms may end up besides here: signing out redirects to the provider
    static void apply(HttpSecurity http, SameOrigin sameOrigin, @Nullable URI issuer) throws Exception {
        http.addFilterBefore(sameOrigin, CsrfFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy(issuer)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                        .crossOriginOpenerPolicy(opener -> opener.policy(
                                org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                        .CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .frameOptions(frames -> frames.deny()));
    }

    private static String policy(@Nullable URI issuer) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                + "form-action 'self'" + (issuer == null ? "" : " " + origin(issuer))
                + "; frame-ancestors 'none'; base-uri 'none'";
    }

    private static String origin(URI issuer) {
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }
}
