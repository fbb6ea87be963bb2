package thami.cohort.persistence;

import static org.springframework.data.domain.Sort.Direction.ASC;

import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;
import thami.delivery.IndexPlan;

/// Every index of this service. Whatever is not found by `_id` is found by one of these.
@Component("cohortIndexes") // event-delivery has one of this name
class Indexes implements IndexPlan {

    @Override
    public void declare(Declarations on) {
        on.collection("cohorts").index("order", new Index().on("order", ASC));
        on.collection("candidates")
                .index(
                        "queue",
                        new Index().on("cohort", ASC).on("standing", ASC).on("order", ASC))
                .index("all", new Index().on("cohort", ASC).on("order", ASC))
                .index("name", new Index().on("cohort", ASC).on("likeness.name", ASC))
                .index("mailbox", new Index().on("cohort", ASC).on("likeness.mailbox", ASC));
        on.collection("participations")
                .index("all", new Index().on("cohort", ASC).on("order", ASC));
    }
}
