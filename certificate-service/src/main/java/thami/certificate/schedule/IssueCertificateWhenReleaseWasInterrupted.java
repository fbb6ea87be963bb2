package thami.certificate.schedule;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import thami.certificate.ReleaseCertificate;

/// A crash between the decision and its certificate leaves a released entitlement whose certificate is due: it is
/// issued now, with the number, the bytes and the time that were decided. More instances doing so at once make
/// one.
@Component
class IssueCertificateWhenReleaseWasInterrupted {

    private static final Logger log = LoggerFactory.getLogger(IssueCertificateWhenReleaseWasInterrupted.class);
    private static final int AT_ONCE = 20; // each brings its bytes along

    private final ReleaseCertificate release;

    IssueCertificateWhenReleaseWasInterrupted(ReleaseCertificate release) {
        this.release = release;
    }

    @Scheduled(initialDelay = 1_000, fixedDelayString = "${thami.certificate.finish-every:2000}")
    void finish() {
        try {
            var finished = release.finishInterrupted(AT_ONCE);
            if (finished > 0) log.info("{} interrupted releases finished", finished);
        } catch (DataAccessException nextTime) {
            log.debug("Interrupted releases wait: {}", nextTime.toString());
        }
    }
}
