package thami.certificate.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import thami.certificate.Entitlement.State;
import thami.certificate.EntitlementId;
import thami.certificate.Numbers;
import thami.delivery.IndexPlan;
import thami.testing.Stores;

/// No question to the store costs more the more is stored: each is explained by an indexed store.
class IndexesTest {

    private static final int STORED = 10_000;
    private static MongoClient client;
    private static MongoTemplate mongo;
    private static UUID someId;
    private static String someNumber;

    @BeforeAll
    static void fill() {
        Stores.needIndexes();
        client = MongoClients.create(com.mongodb.MongoClientSettings.builder()
                .applyConnectionString(new com.mongodb.ConnectionString(Stores.uri()))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
        mongo = new MongoTemplate(client, "explain-" + UUID.randomUUID());
        new Indexes().declare(IndexesTest::collection);
        var random = new Random(1);
        var entitlements =
                IntStream.range(0, STORED).mapToObj(IndexesTest::entitlement).toList();
        mongo.getCollection("entitlements").insertMany(entitlements);
        someId = entitlements.get(STORED / 2).get("_id", UUID.class);
        var certificates = IntStream.range(0, STORED)
                .mapToObj(_ -> new Document("_id", UUID.randomUUID())
                        .append("number", Numbers.random(random).value()))
                .toList();
        mongo.getCollection("certificates").insertMany(certificates);
        someNumber = certificates.get(STORED / 2).getString("number");
    }

    private static IndexPlan.Collection collection(String name) {
        return new IndexPlan.Collection() {
            @Override
            public IndexPlan.Collection index(String index, Index definition) {
                mongo.indexOps(name).createIndex(definition.named(index));
                return this;
            }
        };
    }

    private static Document entitlement(int i) {
        var document = new Document("_id", UUID.randomUUID())
                .append("state", State.values()[i % 5].name())
                .append("sortName", "name %05d".formatted(i * 7919 % STORED));
        if (i % 1000 == 0) document.append("certificateDueSince", Date.from(Instant.EPOCH.plusSeconds(i)));
        if (i % 1000 == 1) document.append("contradicted", true);
        return document;
    }

    @AfterAll
    static void drop() {
        if (mongo != null) mongo.getDb().drop();
        if (client != null) client.close();
    }

    /// MongoDB walks the index in the order of the page and stops at its end; the store of the tests reads what
    /// is in the state and sorts it. Neither looks at any other.
    @Test
    void theListOfAStateLooksAtNoOther() {
        var entitlements = new MongoEntitlements(mongo);
        var inState = STORED / State.values().length;
        assertThatFew("entitlements", entitlements.page(State.READY, Optional.empty(), 26), inState);
        assertThatFew(
                "entitlements", entitlements.page(State.READY, Optional.of(new EntitlementId(someId)), 26), inState);
    }

    @Test
    void whatIsDueIsFoundWithoutLookingAtTheRest() {
        assertThatFew("entitlements", new MongoEntitlements(mongo).due(20), 50);
    }

    @Test
    void whatIsContradictedIsCountedWithoutLookingAtTheRest() {
        assertThatFew("entitlements", new MongoEntitlements(mongo).contradicted(), 50);
    }

    @Test
    void aNumberIsFoundAtOnce() {
        var number = thami.certificate.CertificateNumber.parse(someNumber).orElseThrow();
        assertThatFew("certificates", new MongoCertificates(mongo).withNumber(number), 5);
    }

    private static void assertThatFew(String collection, Query query, int atMost) {
        var find = new Document("find", collection).append("filter", mapped(query.getQueryObject()));
        if (!query.getSortObject().isEmpty()) find.append("sort", query.getSortObject());
        if (query.getLimit() > 0) find.append("limit", query.getLimit());
        var explained = mongo.getDb().runCommand(new Document("explain", find).append("verbosity", "executionStats"));
        var statistics = explained.get("executionStats", Document.class);
        var examined = ((Number) statistics.get("totalDocsExamined")).longValue();
        assertThat(examined)
                .as("documents examined by %s: %s", query, explained.toJson())
                .isLessThanOrEqualTo(atMost);
        assertThat(((Number) statistics.get("nReturned")).longValue()).isPositive();
    }

    private static Object mapped(Object value) {
        return mongo.getConverter().convertToMongoType(value);
    }
}
