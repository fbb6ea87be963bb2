package thami.notification.persistence;

import static org.springframework.data.domain.Sort.Direction.ASC;
import static org.springframework.data.domain.Sort.Direction.DESC;

import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;
import thami.delivery.IndexPlan;

/// Every index of this service; a test explains each query against them.
@Component("notificationIndexes")
class Indexes implements IndexPlan {

    @Override
    public void declare(Declarations on) {
        on.collection("notifications")
                .index("due", new Index().on("nextAttemptAt", ASC).sparse()) // only what is pending is in it
                .index("pending", new Index().on("pendingSince", ASC).sparse()) // likewise
                .index("newest", newestFirst(new Index()))
                .index("newestOfRecipient", newestFirst(new Index().on("recipient", ASC)))
                .index("newestInState", newestFirst(new Index().on("state", ASC)));
        on.collection("recipients")
                .index("reference", new Index().on("reference", ASC).sparse())
                .index("call", new Index().on("call", ASC).sparse());
    }

    private static Index newestFirst(Index index) {
        return index.on("happenedAt", DESC).on("_id", DESC);
    }
}
