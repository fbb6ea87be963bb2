package thami.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoSecurityException;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.mongodb.UncategorizedMongoDbException;

class FailuresTest {

    @Test
    void aFullDiskOfTheStorePassesSoTheRecordWaits() {
        assertThat(Failures.of(refused(14031, "OutOfDiskSpace"))).isEqualTo(Failures.PASSING);
    }

    @ParameterizedTest
    @CsvSource({"13, Unauthorized", "18, AuthenticationFailed"})
    void aStoreThatNoLongerLetsUsInPassesSoTheRecordWaits(int code, String name) {
        assertThat(Failures.of(refused(code, name))).isEqualTo(Failures.PASSING);
    }

    @Test
    void aRefusedLoginPassesSoTheRecordWaits() {
        var login = MongoCredential.createCredential("user", "db", "secret".toCharArray());
        var refused = new MongoSecurityException(login, "Exception authenticating");

        assertThat(Failures.of(new UncategorizedMongoDbException("refused", refused)))
                .isEqualTo(Failures.PASSING);
    }

    @Test
    void aStoreThatOthersFindHangingPassesSoTheRecordWaits() {
        var cleared = new MongoConnectionPoolClearedException(new ServerId(new ClusterId(), new ServerAddress()), null);

        assertThat(Failures.of(new UncategorizedMongoDbException("cleared", cleared)))
                .isEqualTo(Failures.PASSING);
    }

    @Test
    void aMachineWithoutThreadsPassesSoTheRecordWaits() {
        var lacking = new OutOfMemoryError("unable to create native thread");

        assertThat(Failures.of(new IllegalStateException(lacking))).isEqualTo(Failures.PASSING);
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
