package thami.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.TopicConfig;
import thami.platform.Topics.Topic;

/// Brings a broker's topics and rights to what the list says. What is there stays: nothing is ever deleted here, except
/// rights that the list no longer gives.
record Provision(Admin admin) {

    void provide(Topics topics) throws ExecutionException, InterruptedException {
        createMissing(topics);
        grant(Rights.of(topics));
    }

    private void createMissing(Topics topics) throws ExecutionException, InterruptedException {
        var existing = admin.listTopics().names().get();
        var missing = topics.all().stream()
                .flatMap(topic -> newTopics(topic).stream())
                .filter(topic -> !existing.contains(topic.name()))
                .toList();
        if (!missing.isEmpty()) admin.createTopics(missing).all().get();
    }

    private static List<NewTopic> newTopics(Topic topic) {
        var created = new ArrayList<NewTopic>();
        created.add(newTopic(topic.name(), topic, topic.maxMessageBytes()));
        topic.deadLetterTopics().forEach(name -> created.add(newTopic(name, topic, topic.deadLetterMaxMessageBytes())));
        return created;
    }

    private static NewTopic newTopic(String name, Topic like, int maxMessageBytes) {
        return new NewTopic(name, like.partitions(), (short) 1)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                                String.valueOf(like.retention().toMillis()),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(maxMessageBytes)));
    }

    private void grant(List<AclBinding> wanted) throws ExecutionException, InterruptedException {
        var present = admin.describeAcls(AclBindingFilter.ANY).values().get();
        admin.createAcls(wanted.stream().filter(acl -> !present.contains(acl)).toList())
                .all()
                .get();
        admin.deleteAcls(present.stream()
                        .filter(acl -> !wanted.contains(acl))
                        .map(AclBinding::toFilter)
                        .toList())
                .all()
                .get();
        awaitRights(wanted);
    }

    /// The controller has them, the broker follows, on a busy machine after it has made all the topics: a service must
    /// not start in between.
    private void awaitRights(List<AclBinding> wanted) throws ExecutionException, InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!admin.describeAcls(AclBindingFilter.ANY).values().get().containsAll(wanted)) {
            if (System.nanoTime() > deadline)
                throw new IllegalStateException("the broker does not take over its rights");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
