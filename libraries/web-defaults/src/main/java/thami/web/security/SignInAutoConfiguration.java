package thami.web.security;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.servlet.HandlerMapping;
import thami.web.Access;
import thami.web.Problems;
import thami.web.PublicAddress;
import thami.web.ServiceName;
import thami.web.ThamiProperties;

/// Three doors: interfaces for programs, pages for staff, pages for everybody. Behind each of them the same [Access]
/// decides.
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration"
        })
@EnableWebSecurity
class SignInAutoConfiguration {

    private static final URI UNSET = URI.create("http://issuer.invalid");

    private final ServiceName service;

    SignInAutoConfiguration(ServiceName service) {
        this.service = service;
    }

    @Bean
    @ConditionalOnMissingBean
    Access access() {
        return Access.rules();
    }

    @Bean
    ClientRegistrationRepository openIdProvider(ThamiProperties properties, PublicAddress address) {
        return new Provider(
                issuer(properties), service, address, properties.oidc().clientSecret());
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder bearerTokens(ThamiProperties properties) {
        return BearerTokens.decoder(issuer(properties));
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens() {
        return IdTokens.decoders();
    }

    private static URI issuer(ThamiProperties properties) {
        return Objects.requireNonNullElse(properties.issuer(), UNSET);
    }

    /// No span for each filter of the three chains: that is some dozens for every request, and nobody looks at them.
    @Bean
    SecurityObservationSettings noSpansOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    CsrfTokenRepository formTokens(PublicAddress address) {
        return FormTokens.inCookie(service, address);
    }

    @Bean
    Refusals refusals(Problems problems) {
        return new Refusals(problems);
    }

    @Bean
    AccessRules accessRules(Access access, ObjectProvider<HandlerMapping> mappings) {
        return new AccessRules(access, new Addresses(mappings));
    }

    private static SignInLimit limit(ThamiProperties properties, ObjectProvider<Clock> clock) {
        return new SignInLimit(properties.signIn().limit(), clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    @Order(1)
    SecurityFilterChain interfaces(
            HttpSecurity http,
            AccessRules rules,
            Refusals refusals,
            CsrfTokenRepository formTokens,
            JwtDecoder tokens,
            Problems problems,
            PublicAddress address,
            ThamiProperties properties,
            ObjectProvider<Clock> clock)
            throws Exception {
        BrowserRules.apply(http.securityMatcher("/api/**"), new SameOrigin(problems, address), null);
        return http.addFilterBefore(limit(properties, clock), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().access(rules))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(BearerTokens.authentication()))
                        .withObjectPostProcessor(FormTokens.outagesReachTheEntryPoint(refusals)))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens)
                        .requireCsrfProtectionMatcher(FormTokens::writesWithASession))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain staffPages(
            HttpSecurity http,
            Access access,
            AccessRules rules,
            Refusals refusals,
            CsrfTokenRepository formTokens,
            ClientRegistrationRepository provider,
            PublicAddress address,
            Problems problems,
            ThamiProperties properties,
            ObjectProvider<Clock> clock)
            throws Exception {
        var back = new ReturnAddress(service, new SentFrom(service, address, access));
        var login = service.staffPath() + "/login";
        BrowserRules.apply(
                http.securityMatcher(service.staffPath(), service.staffPath() + "/**"),
                new SameOrigin(problems, address),
                issuer(properties));
        return http.addFilterBefore(limit(properties, clock), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(login + "/**")
                        .permitAll()
                        .anyRequest()
                        .access(rules))
                .oauth2Login(sign -> sign.loginPage(login + "/" + Provider.ID)
                        .clientRegistrationRepository(provider)
                        .authorizedClientRepository(new ForgottenTokens())
                        .authorizationEndpoint(to -> to.baseUri(login))
                        .loginProcessingUrl(login + "/oauth2/code/*")
                        .userInfoEndpoint(user -> user.oidcUserService(new StaffUsers()))
                        .successHandler(back)
                        .failureHandler(new SignInFailed(problems))
                        .withObjectPostProcessor(new SignInFailed(problems).onTheWayThere()))
                .logout(out -> out.logoutRequestMatcher(SignOut.request(service))
                        .logoutSuccessHandler(new SignOut(provider, address)))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(back).accessDeniedHandler(refusals))
                .requestCache(cache -> cache.disable())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain openPages(
            HttpSecurity http,
            AccessRules rules,
            Refusals refusals,
            CsrfTokenRepository formTokens,
            Problems problems,
            PublicAddress address)
            throws Exception {
        BrowserRules.apply(http, new SameOrigin(problems, address), null);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET,
                                service.assetsPath() + "/**",
                                "/v3/api-docs/**",
                                "/v3/api-docs.yaml",
                                "/actuator/health/**",
                                "/actuator/prometheus")
                        .permitAll()
                        .dispatcherTypeMatchers(jakarta.servlet.DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .access(rules))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .build();
    }
}
