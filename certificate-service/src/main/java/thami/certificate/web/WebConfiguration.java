package thami.certificate.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import thami.certificate.PrintedAddress;
import thami.web.Access;
import thami.web.PublicAddress;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    /// Who may do what; compared with `docs/roles.csv` by a test.
    @Bean
    Access access() {
        return Access.rules()
                .on(GET, "/verify", "/verify/{number}", "/api/certificates/verify/{number}")
                .open()
                .on(GET, "/certificate/{token}", "/certificate/{token}/pdf")
                .open()
                .on(GET, "/api/entitlements", "/api/entitlements/{id}", "/api/entitlements/{id}/preview")
                .roles("certification")
                .on(POST, "/api/entitlements/{id}/preview", "/api/entitlements/{id}/release")
                .roles("certification")
                .on(GET, "/api/certificates/{id}")
                .roles("certification", "audit")
                .on(GET, "/api/certificates/{id}/pdf")
                .roles("certification")
                .on(
                        GET,
                        "/staff/certificate",
                        "/staff/certificate/certificates",
                        "/staff/certificate/certificates/{id}")
                .roles("certification", "audit")
                .on(GET, "/staff/certificate/certificates/{id}/pdf")
                .roles("certification")
                .on(
                        GET,
                        "/staff/certificate/entitlements/{id}",
                        "/staff/certificate/entitlements/{id}/release",
                        "/staff/certificate/entitlements/{id}/preview")
                .roles("certification")
                .on(
                        POST,
                        "/staff/certificate/entitlements/{id}/preview",
                        "/staff/certificate/entitlements/{id}/release")
                .roles("certification")
                .on(GET, "/api/certificate/dead-letters")
                .roles("operations")
                .on(POST, "/api/certificate/dead-letters/{id}/replay")
                .roles("operations");
    }

    @Bean
    PrintedAddress printedAddress(PublicAddress address, Environment environment) {
        return new PrintedAddress(address.base(), environment.acceptsProfiles(Profiles.of("demo")));
    }
}
