package thami.platform;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import thami.platform.StartPage.SampleStaff;

/// The OpenID provider: protocol, sign-in page, clients, sample staff and what their tokens say.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class IdentityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) throws Exception {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults());
                })
                .oauth2ResourceServer(userInfo -> userInfo.jwt(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(
                        it -> it.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(LoginPage.PATH)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, IdentityProvider.Settings settings) throws Exception {
        var policy = Html.policy(Clients.origins(Clients.all(settings)));
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers(LoginPage.PATH, Html.STYLESHEET, "/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage(LoginPage.PATH))
                .logout(logout -> logout.logoutSuccessUrl(LoginPage.PATH + "?signed-out"))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy)))
                .build();
    }

    @Bean
    LoginPage loginPage() {
        return new LoginPage();
    }

    @Bean
    AuthorizationServerSettings server(IdentityProvider.Settings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
    }

    @Bean
    RegisteredClientRepository clients(IdentityProvider.Settings settings) {
        return new InMemoryRegisteredClientRepository(Clients.all(settings));
    }

    @Bean
    UserDetailsService staff(IdentityProvider.Settings settings) {
        return new InMemoryUserDetailsManager(SampleStaff.ALL.stream()
                .map(person -> User.withUsername(person.user())
                        .password("{noop}" + settings.password()) // random, of this machine, shown on the start page
                        .authorities("staff")
                        .build())
                .toList());
    }

    @Bean
    JWKSource<SecurityContext> keys(IdentityProvider.Settings settings) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(settings.folder())));
    }

    /// For the provider's own user info endpoint, which takes the access tokens that it issued.
    @Bean
    JwtDecoder accessTokens(JWKSource<SecurityContext> keys, IdentityProvider.Settings settings) {
        var decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwtProcessorCustomizer(processor ->
                        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"))))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new JwtIssuerValidator(settings.issuer())));
        return decoder;
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> tokens() {
        return token -> {
            Authentication principal = Objects.requireNonNull(token.getPrincipal());
            var user = principal.getName();
            var person = SampleStaff.ALL.stream()
                    .filter(it -> it.user().equals(user))
                    .findFirst();
            token.getClaims()
                    .claim("name", person.map(SampleStaff::name).orElse(user))
                    .claim("roles", person.map(SampleStaff::roles).orElse(List.of()));
            if ("access_token".equals(token.getTokenType().getValue())) {
                token.getJwsHeader().type("at+jwt");
                token.getClaims().audience(List.of("thami-api"));
            }
        };
    }
}
