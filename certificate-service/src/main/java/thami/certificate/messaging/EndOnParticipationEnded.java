package thami.certificate.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.certificate.CollectFact;
import thami.certificate.Ending;
import thami.certificate.EntitlementId;
import thami.delivery.Fact;

/// Who has withdrawn gets no certificate any more, unless it was released before.
@Component
class EndOnParticipationEnded {

    private final CollectFact collect;

    EndOnParticipationEnded(CollectFact collect) {
        this.collect = collect;
    }

    void on(Fact<ParticipationEnded> fact) {
        var view = fact.view();
        var ending = new Ending(fact.sequence(), view.because(), view.endedAt());
        collect.into(new EntitlementId(view.participationId()), entitlement -> entitlement.end(ending));
    }

    record ParticipationEnded(UUID participationId, String because, Instant endedAt) {}
}
