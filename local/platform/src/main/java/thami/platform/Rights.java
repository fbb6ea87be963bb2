package thami.platform;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePattern;
import thami.platform.Topics.Topic;

/// Who may do what on the broker, derived from the list of topics; everything else is denied.
///
/// Only the owner writes a topic, only its consumers read it. A consumer owns its dead-letter topics, the group of its
/// own name and groups that begin with its name and a dot.
final class Rights {

    private Rights() {}

    static List<AclBinding> of(Topics topics) {
        return Stream.concat(
                        topics.all().stream().flatMap(Rights::ofTopic),
                        topics.services().stream().flatMap(Rights::ofGroups))
                .distinct()
                .toList();
    }

    private static Stream<AclBinding> ofTopic(Topic topic) {
        return Stream.concat(
                onTopic(topic.owner(), topic.name(), WRITE, DESCRIBE),
                topic.consumers().stream()
                        .flatMap(consumer -> Stream.concat(
                                onTopic(consumer, topic.name(), READ, DESCRIBE),
                                onTopic(consumer, Topic.deadLetters(topic.name(), consumer), READ, WRITE, DESCRIBE))));
    }

    private static Stream<AclBinding> onTopic(String service, String topic, AclOperation... operations) {
        return allow(service, new ResourcePattern(TOPIC, topic, LITERAL), operations);
    }

    private static Stream<AclBinding> ofGroups(String service) {
        return Stream.concat(
                allow(service, new ResourcePattern(GROUP, service, LITERAL), READ, DESCRIBE),
                allow(service, new ResourcePattern(GROUP, service + ".", PREFIXED), READ, DESCRIBE));
    }

    private static Stream<AclBinding> allow(String service, ResourcePattern on, AclOperation... operations) {
        return Stream.of(operations)
                .map(operation -> new AclBinding(
                        on, new AccessControlEntry("User:" + service, "*", operation, AclPermissionType.ALLOW)));
    }
}
