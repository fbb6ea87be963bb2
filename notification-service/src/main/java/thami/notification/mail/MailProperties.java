package thami.notification.mail;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Which mail server takes our mails, and who they are from.
///
/// @param server host:port
/// @param domain in every Message-ID; one that belongs to us
/// @param from the address that mails come from
/// @param sender the name beside that address, and under the letters
/// @param replyTo where answers go, if somebody reads them; blank is absent
/// @param contact a line that says whom to ask; blank is absent
/// @param timeout for connecting, and for each answer of the server
@Validated
@ConfigurationProperties("thami.mail")
record MailProperties(
        @Pattern(regexp = "[^:\\s]+:\\d{1,5}") String server,
        @NotBlank String domain,
        @NotBlank String from,
        @NotBlank String sender,
        @Nullable String replyTo,
        @Nullable String contact,
        @DefaultValue("STARTTLS") Encryption encryption,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("10s") Duration timeout) {

    MailProperties {
        replyTo = unlessBlank(replyTo);
        contact = unlessBlank(contact);
    }

    /// A variable that is passed on but not set arrives as nothing but its name.
    private static @Nullable String unlessBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /// How the way to the mail server is protected. `OPPORTUNISTIC` does not protect from somebody who is on
    /// the way.
    enum Encryption {
        OFF,
        OPPORTUNISTIC,
        STARTTLS,
        TLS
    }

    String host() {
        return server.substring(0, server.lastIndexOf(':'));
    }

    int port() {
        return Integer.parseInt(server.substring(server.lastIndexOf(':') + 1));
    }

    boolean hasLogin() {
        return username != null && !username.isBlank();
    }

    /// Never the password.
    @Override
    public String toString() {
        return "MailProperties[" + server + ", " + encryption + "]";
    }
}
