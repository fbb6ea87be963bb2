package thami.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.UncategorizedMongoDbException;

class FailuresTest {

    @Test
    void aFullDiskOfTheStorePassesSoTheRecordWaits() {
        assertThat(Failures.of(refused(14031, "OutOfDiskSpace"))).isEqualTo(Failures.PASSING);
    }

    @Test
    void aCommandThatTheStoreCannotReadDoesNotPass() {
        assertThat(Failures.of(refused(9, "FailedToParse"))).isEqualTo(Failures.OTHER);
    }

    /// As Spring Data hands it on.
    private static Exception refused(int code, String name) {
        var answer = BsonDocument.parse("{ok: 0, code: %d, codeName: '%s', errmsg: ''}".formatted(code, name));
        var refused = new MongoCommandException(answer, new ServerAddress());
        return new UncategorizedMongoDbException(name, refused);
    }
}
