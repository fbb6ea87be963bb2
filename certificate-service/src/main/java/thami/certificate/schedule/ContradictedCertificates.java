package thami.certificate.schedule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import thami.certificate.LookUp;
import thami.delivery.StoreReadiness;

/// How many certificates stand though what was reported since says otherwise. Looked up by the clock, not by whoever
/// asks.
@Component
class ContradictedCertificates {

    private static final Logger log = LoggerFactory.getLogger(ContradictedCertificates.class);

    private final LookUp lookUp;
    private final StoreReadiness store;
    private volatile long contradicted;

    ContradictedCertificates(LookUp lookUp, StoreReadiness store, MeterRegistry meters) {
        this.lookUp = lookUp;
        this.store = store;
        Gauge.builder("thami.certificate.contradicted", this, certificates -> certificates.contradicted)
                .description("Certificates that stand though what was reported since says otherwise")
                .register(meters);
    }

    @Scheduled(initialDelay = 1_000, fixedDelayString = "${thami.certificate.count-every:10000}")
    void count() {
        if (!store.isReady()) return;
        try {
            contradicted = lookUp.countContradicted();
        } catch (DataAccessException nextTime) {
            log.warn(
                    "Contradicted certificates are not counted: {}",
                    nextTime.getClass().getSimpleName());
        }
    }
}
