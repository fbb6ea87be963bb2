package thami.certificate.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.certificate.CollectFact;
import thami.certificate.EntitlementId;
import thami.certificate.ModuleRecord;
import thami.delivery.Fact;

/// A completed module is one less that is missing. It may come before the enrolment and waits there.
@Component
class TickOffOnModuleCompleted {

    private final CollectFact collect;

    TickOffOnModuleCompleted(CollectFact collect) {
        this.collect = collect;
    }

    void on(Fact<ModuleCompleted> fact) {
        var view = fact.view();
        var completed = ModuleRecord.completed(
                view.moduleId(),
                fact.sequence(),
                view.completedOn(),
                view.recordedBy().actor(),
                view.recordedAt());
        collect.into(new EntitlementId(view.participationId()), entitlement -> entitlement.record(completed));
    }

    record ModuleCompleted(
            UUID participationId, UUID moduleId, LocalDate completedOn, Staff recordedBy, Instant recordedAt) {}
}
