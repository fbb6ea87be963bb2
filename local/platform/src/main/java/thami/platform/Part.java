package thami.platform;

import java.util.Arrays;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/// The parts of the platform; each starts from the environment alone, in one process with the others or in its own.
enum Part {
    BROKER {
        @Override
        AutoCloseable start(Environment environment) {
            var topics = Topics.ofContracts();
            return Broker.start(
                    environment.state("kafka"),
                    environment.port("KAFKA"),
                    environment.reached("KAFKA"),
                    topics,
                    environment.passwords(topics.services()));
        }
    },
    STORE {
        @Override
        AutoCloseable start(Environment environment) {
            var folder = environment.state("documents");
            return DocumentStore.open(
                    folder, environment.port("STORE"), () -> DocumentStore.hasSpace(folder), Part::endAtOnce);
        }
    },
    MAIL {
        @Override
        AutoCloseable start(Environment environment) {
            return MailSink.start(environment.state("mail"), environment.port("SMTP"), environment.port("INBOX"));
        }
    },
    IDENTITY {
        @Override
        AutoCloseable start(Environment environment) {
            return IdentityProvider.start(
                    environment.port("IDENTITY"),
                    new IdentityProvider.Settings(
                            environment.issuer(),
                            environment.publicUrl(),
                            environment.clientSecrets(),
                            environment.samplePassword(),
                            environment.state("identity")));
        }
    },
    ENTRANCE {
        @Override
        AutoCloseable start(Environment environment) {
            return Entrance.start(
                    environment.port("ENTRANCE"),
                    environment.services(),
                    new StartPage(environment.inboxUrl(), environment.samplePassword()));
        }
    };

    /// Not by `exit`: what failed may be the stopping itself, and would wait for its own end.
    private static void endAtOnce(Throwable failure) {
        LoggerFactory.getLogger(Part.class).error("the document store cannot be written any more", failure);
        Runtime.getRuntime().halt(1);
    }

    abstract AutoCloseable start(Environment environment);

    static Part named(String name) {
        return Arrays.stream(values())
                .filter(part -> part.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such part: %s (there are %s)"
                        .formatted(
                                name,
                                String.join(
                                        ", ",
                                        Arrays.stream(values()).map(Part::label).toList()))));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
