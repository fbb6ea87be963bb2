package thami.registration.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import thami.registration.LinkRequest;
import thami.registration.LinkRequests;
import thami.testing.ComponentTest;

@ComponentTest
class RenewStatusLinksWhenRequestedTest {

    @Autowired
    RenewStatusLinksWhenRequested schedule;

    @Autowired
    LinkRequests requests;

    @Test
    void oneLookAnswersHoweverManyWait() {
        for (int i = 0; i < 500; i++)
            requests.save(new LinkRequest("stranger-" + i + "@post.example", Instant.parse("2027-01-04T12:00:00Z")));

        schedule.renew();

        // the schedule's own look may still be at its last ones
        assertThat(requests.findTop100By()).hasSizeLessThan(100);
    }
}
