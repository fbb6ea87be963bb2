package thami.certificate.persistence;

import static org.springframework.data.domain.Sort.Direction.ASC;

import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;
import thami.delivery.IndexPlan;

/// All indexes of this service.
@Component
class Indexes implements IndexPlan {

    @Override
    public void declare(Declarations on) {
        on.collection("entitlements")
                .index(
                        "stateByName",
                        new Index().on("state", ASC).on("sortName", ASC).on("_id", ASC))
                .index(
                        "certificateDueSince",
                        new Index().on("certificateDueSince", ASC).sparse())
                .index("contradicted", new Index().on("contradicted", ASC).sparse());
        on.collection("certificates")
                .index("number", new Index().on("number", ASC).unique());
    }
}
