package thami.launcher.demo;

import java.net.URI;
import java.util.Map;
import java.util.Objects;

/// Where the system is reached from outside, and the password of the sample staff.
public record Addresses(String publicUrl, String issuer, String inbox, String password) {

    static Addresses of(Map<String, String> environment) {
        return new Addresses(
                required(environment, "THAMI_PUBLIC_URL"),
                required(environment, "THAMI_ISSUER"),
                required(environment, "THAMI_INBOX_URL"),
                required(environment, "THAMI_SAMPLE_PASSWORD"));
    }

    URI at(String path) {
        return URI.create(publicUrl + path);
    }

    URI inInbox(String path) {
        return URI.create(inbox.replaceAll("/$", "") + path);
    }

    private static String required(Map<String, String> environment, String name) {
        return Objects.requireNonNull(environment.get(name), name + " is not set");
    }
}
