package thami.notification.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static thami.notification.Samples.NOON;

import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.QueryMapper;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.TestPropertySource;
import thami.notification.CallId;
import thami.notification.Language;
import thami.notification.Notification;
import thami.notification.Notification.State;
import thami.notification.NotificationId;
import thami.notification.Notifications.Position;
import thami.notification.Notifications.Selection;
import thami.notification.Occasion;
import thami.notification.Person;
import thami.notification.Recipient;
import thami.notification.RecipientId;
import thami.notification.Samples;
import thami.notification.WithMailSink;
import thami.testing.ComponentTest;
import thami.testing.Stores;

/// No question to the store costs more the more was ever sent: each is explained by an indexed store.
@ComponentTest
@TestPropertySource(properties = {"thami.notification.senders=0", "thami.notification.sweep-every=1h"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexesTest implements WithMailSink {

    private static final int SENT = 10_000;
    private static final int PENDING = 20;
    private static final RecipientId SOMEBODY = new RecipientId(UUID.randomUUID());

    @Autowired
    MongoTemplate mongo;

    @BeforeAll
    void fill() {
        Stores.needIndexes();
        mongo.insertAll(IntStream.range(0, SENT)
                .mapToObj(i -> notification(i, State.SENT, other()))
                .toList());
        mongo.insertAll(IntStream.range(SENT, SENT + PENDING)
                .mapToObj(i -> notification(i, State.PENDING, SOMEBODY))
                .toList());
        mongo.insertAll(IntStream.range(SENT + PENDING, SENT + 2 * PENDING)
                .mapToObj(i -> notification(i, State.WAITING, SOMEBODY))
                .toList());
        mongo.insertAll(IntStream.range(0, SENT)
                .mapToObj(_ -> Samples.recipient(other(), new Person("Şule", "sule@post.example", Language.DE)))
                .toList());
    }

    private static RecipientId other() {
        return new RecipientId(UUID.randomUUID());
    }

    private static Notification notification(int i, State state, RecipientId recipient) {
        var occasion = new Occasion.ApplicationReceived(NOON.plusSeconds(i));
        return Samples.in(state, NotificationId.ofFact("test", recipient.value().toString(), i), recipient, occasion);
    }

    @Test
    void whatIsDueIsFoundWithoutLookingAtWhatWasSent() {
        assertThat(examined(MongoNotifications.dueAt(NOON.plusSeconds(3600), 100)))
                .isLessThanOrEqualTo(2 * PENDING);
    }

    @Test
    void whatIsPendingIsCountedWithoutLookingAtWhatWasSent() {
        assertThat(examined(query(MongoNotifications.pending()))).isLessThanOrEqualTo(2 * PENDING);
        assertThat(examined(MongoNotifications.longest())).isLessThanOrEqualTo(2 * PENDING);
    }

    @Test
    void whatWaitsIsFoundWithoutLookingAtWhatWasSent() {
        assertThat(examined(MongoNotifications.waiting())).isLessThanOrEqualTo(2 * PENDING);
        assertThat(examined(MongoNotifications.waiting(SOMEBODY))).isLessThanOrEqualTo(2 * PENDING);
    }

    @Test
    void whatAFewAreStillToBeToldIsFoundWithoutLookingAtOthers() {
        var some = Stream.concat(
                        Stream.of(SOMEBODY), Stream.generate(IndexesTest::other).limit(15))
                .toList();
        assertThat(examined(MongoNotifications.unansweredTo(some))).isLessThanOrEqualTo(2 * PENDING);
    }

    @Test
    void theListOfOnePersonLooksAtNobodyElse() {
        assertThat(examined(MongoNotifications.newestFirst(new Selection(SOMEBODY, null, null))
                        .limit(26)))
                .isLessThanOrEqualTo(2 * PENDING);
        assertThat(examined(MongoNotifications.newestFirst(new Selection(SOMEBODY, State.PENDING, null))
                        .limit(26)))
                .isLessThanOrEqualTo(2 * PENDING);
    }

    @Test
    void theListOfAStateLooksAtNoOther() {
        assertThat(examined(MongoNotifications.newestFirst(new Selection(null, State.PENDING, null))
                        .limit(26)))
                .isLessThanOrEqualTo(2 * PENDING);
    }

    /// MongoDB walks this index in the order of the page and stops at its end; DocumentDB sorts what the bound leaves.
    @Test
    void aPageOfTheListIsReadByItsIndex() {
        var after = new Position(NOON.plusSeconds(SENT / 2), Samples.id(1));
        for (var selection : new Selection[] {new Selection(null, null, null), new Selection(null, null, after)}) {
            var explained = explain(
                    "notifications", MongoNotifications.newestFirst(selection).limit(26));
            assertThat(explained.get("executionStats", Document.class).getString("indexName"))
                    .isEqualTo("newest");
        }
    }

    @Test
    void aReferenceIsFoundAtOnce() {
        var explained = explain("recipients", query(where("reference").is("nobody's")));
        assertThat(statistic(explained)).isZero();
    }

    @Test
    void whoAppliedToACallIsFoundWithoutLookingAtOthers() {
        var explained = explain("recipients", query(where("call").is(new CallId(UUID.randomUUID()))));
        assertThat(statistic(explained)).isZero();
    }

    private long examined(Query query) {
        return statistic(explain("notifications", query));
    }

    private static long statistic(Document explained) {
        return ((Number) explained.get("executionStats", Document.class).get("totalDocsExamined")).longValue();
    }

    private Document explain(String collection, Query query) {
        var type = collection.equals("recipients") ? Recipient.class : Notification.class;
        var entity = mongo.getConverter().getMappingContext().getRequiredPersistentEntity(type);
        var mapper = new QueryMapper(mongo.getConverter());
        var find = new Document("find", collection)
                .append("filter", mapper.getMappedObject(query.getQueryObject(), entity));
        if (query.isSorted()) find.append("sort", mapper.getMappedSort(query.getSortObject(), entity));
        if (query.isLimited()) find.append("limit", query.getLimit());
        return mongo.getDb().runCommand(new Document("explain", find).append("verbosity", "executionStats"));
    }
}
