package thami.certificate.schedule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import thami.certificate.EntitlementId;
import thami.certificate.ReleaseCertificate;
import thami.delivery.StoreReadiness;

/// A crash between the decision and its certificate leaves a released entitlement whose certificate is due: it is
/// issued now, with the number, the bytes and the time that were decided. More instances doing so at once make
/// one.
@Component
class IssueCertificateWhenReleaseWasInterrupted {

    private static final Logger log = LoggerFactory.getLogger(IssueCertificateWhenReleaseWasInterrupted.class);
    private static final int AT_ONCE = 200; // ids; one at a time brings its bytes along

    private final ReleaseCertificate release;
    private final StoreReadiness store;
    private volatile long interrupted;

    IssueCertificateWhenReleaseWasInterrupted(ReleaseCertificate release, StoreReadiness store, MeterRegistry meters) {
        this.release = release;
        this.store = store;
        Gauge.builder("thami.certificate.interrupted", this, schedule -> schedule.interrupted)
                .description("Certificates that are released and not issued")
                .register(meters);
    }

    @Scheduled(initialDelay = 1_000, fixedDelayString = "${thami.certificate.finish-every:2000}")
    void finish() {
        if (!store.isReady()) return;
        try {
            var finished =
                    release.interrupted(AT_ONCE).stream().filter(this::finished).count();
            if (finished > 0) log.info("{} interrupted releases finished", finished);
            interrupted = release.countInterrupted();
        } catch (DataAccessException nextTime) {
            log.warn("Interrupted releases wait: {}", nextTime.getClass().getSimpleName());
        }
    }

    /// One that fails holds up none behind it.
    private boolean finished(EntitlementId id) {
        try {
            release.finish(id);
            return true;
        } catch (OptimisticLockingFailureException _) {
            return false; // somebody else was faster
        } catch (RuntimeException | Error stays) {
            log.warn(
                    "The certificate of {} is released and not issued: {}",
                    id.value(),
                    stays.getClass().getName());
            return false;
        }
    }
}
