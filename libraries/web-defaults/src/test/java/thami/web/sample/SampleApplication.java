package thami.web.sample;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import thami.web.Access;

/// A service in miniature, with one of everything that web-defaults takes care of.
@SpringBootApplication(proxyBeanMethods = false)
public class SampleApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(SampleApplication.class, arguments);
    }

    @Bean
    Access access() {
        return Access.rules()
                .on(GET, "/api/things/{id}", "/api/broken", "/api/outage", "/api/stepped-down")
                .open()
                .on(POST, "/api/things")
                .open()
                .on(GET, "/api/me")
                .roles("admissions", "audit")
                .on(POST, "/api/me")
                .roles("admissions")
                .on(GET, "/form", "/page", "/broken", "/outage", "/draft", "/draft/told", "/thing/{id}")
                .open()
                .on(POST, "/form", "/only-post", "/draft/told")
                .open()
                .on(GET, "/staff/sample", "/staff/sample/me")
                .roles("admissions", "audit")
                .on(POST, "/staff/sample/me")
                .roles("admissions");
    }
}
