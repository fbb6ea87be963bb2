package thami.web;

import org.springframework.core.env.Environment;

/// The short name of the service that this runs in: `cohort` for `spring.application.name=cohort-service`. It is
/// part of its paths (`/staff/cohort`, `/assets/cohort`) and of its cookies' names.
public record ServiceName(String value) {

    static ServiceName of(Environment environment) {
        return new ServiceName(
                environment.getRequiredProperty("spring.application.name").replaceAll("-service$", ""));
    }

    /// Where its pages for staff are.
    public String staffPath() {
        return "/staff/" + value;
    }

    /// Where its style sheets, scripts and fonts are.
    public String assetsPath() {
        return "/assets/" + value;
    }

    /// The name of one of its cookies. Cookies of one host are shared by all services, whatever their ports.
    public String cookie(String suffix) {
        return "thami-" + value + suffix;
    }

    /// The name of the cookie of staff who are signed in here.
    public String signInCookie() {
        return cookie("-staff");
    }

    /// Whether staff are signed in by it, here or in another service.
    public static boolean isSignInCookie(String name) {
        return name.startsWith("thami-") && name.endsWith("-staff");
    }

    @Override
    public String toString() {
        return value;
    }
}
