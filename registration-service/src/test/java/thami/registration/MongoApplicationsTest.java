package thami.registration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thami.registration.Samples.CALL_ID;
import static thami.registration.Samples.NOON;
import static thami.registration.Samples.SULE;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import thami.testing.ComponentTest;

@ComponentTest
class MongoApplicationsTest extends ApplicationsTest {

    @Autowired
    Applications applications;

    @Override
    Applications applications() {
        return applications;
    }

    @Test
    void refuseWhatWasChangedMeanwhile() {
        var id = new ApplicationId(UUID.randomUUID());
        applications.addIfAbsent(Samples.openCall().receive(id, new Submission(CALL_ID, SULE, "1"), NOON));
        var mine = applications.findById(id).orElseThrow();
        var theirs = applications.findById(id).orElseThrow();
        theirs.withdraw(NOON);
        applications.save(theirs);
        mine.renewLink(NOON);

        assertThatThrownBy(() -> applications.save(mine)).isInstanceOf(OptimisticLockingFailureException.class);
    }
}
