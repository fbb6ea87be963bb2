package thami.registration.persistence;

import static org.springframework.data.domain.Sort.Direction.ASC;

import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;
import thami.delivery.IndexPlan;

/// Every query of this service runs on one of these, or on `_id`.
@Component
class Indexes implements IndexPlan {

    @Override
    public void declare(Declarations on) {
        on.collection("applications")
                .index("mailbox", new Index().on("mailbox", ASC))
                .index("reference", new Index().on("reference", ASC));
        on.collection("calls")
                .index("acceptsUntil", new Index().on("acceptsUntil", ASC).on("_id", ASC));
    }
}
