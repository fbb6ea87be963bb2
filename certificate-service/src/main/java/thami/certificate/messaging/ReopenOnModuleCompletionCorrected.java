package thami.certificate.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.certificate.CollectFact;
import thami.certificate.EntitlementId;
import thami.certificate.ModuleRecord;
import thami.delivery.Fact;

/// A completion that was taken back is missing again. The reason stays with cohort.
@Component
class ReopenOnModuleCompletionCorrected {

    private final CollectFact collect;

    ReopenOnModuleCompletionCorrected(CollectFact collect) {
        this.collect = collect;
    }

    void on(Fact<ModuleCompletionCorrected> fact) {
        var view = fact.view();
        var corrected = ModuleRecord.corrected(
                view.moduleId(), fact.sequence(), view.correctedBy().actor(), view.correctedAt());
        collect.into(new EntitlementId(view.participationId()), entitlement -> entitlement.record(corrected));
    }

    record ModuleCompletionCorrected(UUID participationId, UUID moduleId, Staff correctedBy, Instant correctedAt) {}
}
