package thami.registration.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thami.web.Access;

/// Who may do what here; `docs/roles.csv` says the same for people.
@Configuration(proxyBeanMethods = false)
class RegistrationAccess {

    @Bean
    Access access() {
        return Access.rules()
                .on(GET, "/api/calls", "/api/calls/{id}")
                .open()
                .on(POST, "/api/applications", "/api/applications/link-renewals")
                .open()
                .on(GET, "/api/applications/by-link/{token}")
                .open()
                .on(POST, "/api/applications/by-link/{token}/withdrawal")
                .open()
                .on(GET, "/api/applications/{id}")
                .roles("admissions")
                .on(GET, "/api/registration/dead-letters")
                .roles("operations")
                .on(POST, "/api/registration/dead-letters/{id}/replay")
                .roles("operations")
                .on(GET, "/apply", "/apply/**", "/status", "/status/**")
                .open()
                .on(POST, "/apply/**", "/status", "/status/**")
                .open()
                .on(GET, "/imprint", "/privacy", "/accessibility")
                .open()
                .on(GET, "/staff/registration")
                .roles("admissions");
    }
}
