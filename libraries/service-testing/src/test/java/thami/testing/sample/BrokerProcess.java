package thami.testing.sample;

import java.nio.file.Path;
import java.util.TreeMap;
import thami.platform.Broker;
import thami.platform.Passwords;
import thami.platform.Topics;

/// A broker in a JVM of its own, so that it can be killed and stopped; every principal has the same password.
final class BrokerProcess {

    static final String PASSWORD = "only-of-this-test";

    private BrokerProcess() {}

    static void main() {
        var topics = Topics.ofContracts().withPartitions(1);
        Broker.start(Path.of(System.getProperty("folder")), Integer.getInteger("port"), topics, passwords(topics));
    }

    static Passwords passwords(Topics topics) {
        var passwords = new TreeMap<String, String>();
        topics.services().forEach(service -> passwords.put(service, PASSWORD));
        passwords.put(Passwords.OPERATOR, PASSWORD);
        return new Passwords(passwords);
    }
}
