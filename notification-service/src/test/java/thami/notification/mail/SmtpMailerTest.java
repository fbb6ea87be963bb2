package thami.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import thami.notification.Delivery;
import thami.notification.mail.NastyServer.Drops;
import thami.notification.mail.NastyServer.Hangs;

class SmtpMailerTest {

    private final NastyServer server = NastyServer.start();
    private final SmtpConnections connections = new SmtpConnections(MailSamples.properties(server.port()));
    private final SmtpMailer mailer = new SmtpMailer(connections, MailSamples.properties(server.port()));

    @AfterEach
    void stop() {
        connections.close();
        server.close();
    }

    @Test
    void handsOverOneMailToOneRecipient() {
        assertThat(send()).isEqualTo(new Delivery.Accepted("250 queued as 4711"));

        assertThat(server.recipients()).containsExactly("<sule@post.example>");
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void keepsTheConnectionForTheNextMail() {
        for (var mail = 1; mail <= 20; mail++) assertThat(send()).isInstanceOf(Delivery.Accepted.class);

        assertThat(server.received()).hasSize(20);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void looksForNothingOnTheClassPathForAFurtherMail() {
        var thread = Thread.currentThread();
        var usual = thread.getContextClassLoader();
        var asked = new ArrayList<String>();
        thread.setContextClassLoader(new ClassLoader(usual) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                asked.add(name);
                return super.getResources(name);
            }
        });
        try {
            send();
            asked.clear();
            send();
        } finally {
            thread.setContextClassLoader(usual);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void doesNotWaitForDelayedAcknowledgements() {
        send();
        var start = System.nanoTime();
        for (var mail = 1; mail <= 50; mail++) send();

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("50 mails; Nagle against delayed acknowledgement would take 40 ms each")
                .isLessThan(Duration.ofMillis(50 * 40));
    }

    @Test
    void opensANewConnectionWhenTheKeptOneIsGone() {
        server.at("NOOP", new Drops());
        send();
        await().pollDelay(Duration.ofMillis(2100)).until(() -> true); // trusted no longer

        assertThat(send()).isInstanceOf(Delivery.Accepted.class);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void keepsTheConnectionAfterANoToOneMail() {
        server.at("RCPT", "550 5.1.1 No such user");
        send();
        server.behaves();

        assertThat(send()).isInstanceOf(Delivery.Accepted.class);
    }

    /// At RCPT, Postfix says by default what it has against the sender and against relaying, too: were those refused, a
    /// wrong setting would have each mail fail at once.
    @ParameterizedTest(name = "{1} at {0}: {2}")
    @CsvSource(textBlock = """
            MAIL,    452 4.3.1 Insufficient storage,  Postponed
            MAIL,    550 5.7.1 Sender rejected,       LockedOut
            MAIL,    553 5.1.8 Domain not found,      LockedOut
            MAIL,    554 5.7.1 Relay access denied,   LockedOut
            MAIL,    501 5.1.7 Bad sender address,    LockedOut
            MAIL,    552 5.3.4 Too big,               Refused
            RCPT,    450 4.2.0 Greylisted,            Postponed
            RCPT,    451 4.7.1 Try again,             Postponed
            RCPT,    452 4.2.2 Mailbox full,          Postponed
            RCPT,    550 5.1.1 No such user,          Refused
            RCPT,    551 User not local,              Refused
            RCPT,    554 5.7.1 Relay access denied,   Postponed
            RCPT,    550 5.7.26 Not authenticated,    Postponed
            RCPT,    553 5.1.8 Domain not found,      Postponed
            RCPT,    550 5.1.7 Bad sender address,    Postponed
            RCPT,    554 Relay access denied,         Refused
            RCPT,    550 5.1.10 No such domain,       Refused
            RCPT,    552 5.2.2 Over quota,            Refused
            RCPT,    553 5.1.3 Bad address syntax,    Refused
            DATA,    554 5.5.1 No valid recipients,   Refused
            CONTENT, 451 4.3.0 Local error,           Postponed
            CONTENT, 550 5.7.1 Looks like spam,       Refused
            CONTENT, 552 5.3.4 Too big,               Refused
            CONTENT, 554 5.6.0 Content rejected,      Refused
            CONNECT, 421 4.3.2 Shutting down,         Unreachable
            CONNECT, 554 5.3.2 Not today,             Unreachable
            MAIL,    421 4.3.2 Shutting down,         Unreachable
            RCPT,    421 4.7.0 Too many mails,        Unreachable
            DATA,    421 4.3.2 Shutting down,         Unreachable
            CONTENT, 421 4.3.2 Shutting down,         Unreachable
            MAIL,    530 5.7.0 Authentication needed, LockedOut
            """)
    void readsTheServersCode(String step, String reply, String expected) {
        server.at(step, reply);

        var delivery = send();

        assertThat(delivery.getClass().getSimpleName()).isEqualTo(expected);
        assertThat(delivery.answer()).as("what staff see").contains(reply.substring(0, 3));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            535 5.7.8 Credentials invalid,        LockedOut
            534 5.7.9 Mechanism too weak,         LockedOut
            454 4.7.0 Temporary failure of login, Unreachable
            """)
    void readsTheAnswerToTheLogin(String reply, String expected) {
        server.at("AUTH", reply);
        var properties = MailSamples.properties(server.port(), "thami", "wrong");
        var withLogin = new SmtpMailer(new SmtpConnections(properties), properties);

        var delivery = withLogin.send(MailSamples.to("sule@post.example"), new AtomicBoolean());

        assertThat(delivery.getClass().getSimpleName()).isEqualTo(expected);
        assertThat(delivery.answer()).startsWith(reply.substring(0, 3));
    }

    @Test
    void signsInWhenItHasALogin() {
        var properties = MailSamples.properties(server.port(), "thami", "right");
        var withLogin = new SmtpMailer(new SmtpConnections(properties), properties);

        assertThat(withLogin.send(MailSamples.to("sule@post.example"), new AtomicBoolean()))
                .isInstanceOf(Delivery.Accepted.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void letsMailAndPasswordWaitWhereTheyWouldGoInClear(MailProperties.Encryption encryption) {
        var properties = MailSamples.properties(server.port(), encryption, "thami", "right");
        var encrypted = new SmtpMailer(new SmtpConnections(properties), properties);

        assertThat(encrypted.send(MailSamples.to("sule@post.example"), new AtomicBoolean()))
                .isInstanceOf(Delivery.Unreachable.class);
        assertThat(server.recipients()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA"})
    void knowsThatNothingWasTakenWhenTheConnectionIsLostBeforeTheContent(String step) {
        server.at(step, new Drops());

        assertThat(send()).isInstanceOf(Delivery.Unreachable.class);
        assertThat(server.received()).isEmpty();
    }

    @Test
    void doesNotKnowWhetherItWasTakenWhenTheConnectionIsLostAfterTheContent() {
        server.at("CONTENT", new Drops());

        assertThat(send()).isInstanceOf(Delivery.Unclear.class);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void sendsTheSameMessageIdAgain() {
        server.at("CONTENT", new Drops());
        send();
        server.behaves();
        send();

        assertThat(server.received())
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail)
                        .contains("Message-ID: <"
                                + thami.notification.Samples.id(1).value() + ".1@thami.example>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "CONTENT"})
    void givesUpOnAServerThatHangs(String step) {
        server.at(step, new Hangs());

        var delivery = send();

        assertThat(delivery).isInstanceOf(step.equals("CONTENT") ? Delivery.Unclear.class : Delivery.Unreachable.class);
        await().untilAsserted(() ->
                assertThat(server.open()).as("connections left open").isZero());
    }

    @Test
    void isUnreachableWhereNobodyListens() {
        server.close(); // a connection may still slip in behind it

        await().untilAsserted(() -> assertThat(send()).isInstanceOf(Delivery.Unreachable.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sule", "a@b@c.example, d@e.example", "x@y.example\r\nBcc: z@y.example", "grüße@z.example"})
    void refusesWhatIsNotOneMailboxWithoutAskingTheServer(String address) {
        assertThat(mailer.send(MailSamples.to(address), new AtomicBoolean())).isInstanceOf(Delivery.Refused.class);
        assertThat(server.connections()).isZero();
    }

    private Delivery send() {
        return mailer.send(MailSamples.to("sule@post.example"), new AtomicBoolean());
    }
}
