package thami.notification.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thami.web.Access;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    private static final String[] WHO_TALK_TO_PEOPLE = {"course-management", "certification", "operations"};

    /// Who may do what; compared with `docs/roles.csv` by a test.
    @Bean
    Access access() {
        return Access.rules()
                .on(GET, "/api/notifications", "/api/notifications/{id}")
                .roles("admissions", WHO_TALK_TO_PEOPLE)
                .on(POST, "/api/notifications/{id}/resend")
                .roles("admissions", WHO_TALK_TO_PEOPLE)
                .on(GET, "/api/notification/dead-letters")
                .roles("operations")
                .on(POST, "/api/notification/dead-letters/{id}/replay")
                .roles("operations")
                .on(
                        GET,
                        "/staff/notification",
                        "/staff/notification/messages/{id}",
                        "/staff/notification/messages/{id}/html")
                .roles("admissions", WHO_TALK_TO_PEOPLE)
                .on(POST, "/staff/notification/messages/{id}/resend")
                .roles("admissions", WHO_TALK_TO_PEOPLE);
    }
}
