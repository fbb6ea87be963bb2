package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.certificate.Story.CERTIFICATION;
import static thami.certificate.Story.NOON;
import static thami.certificate.Story.TODAY;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// What every keeper of certificates promises; the fake and the store both keep it.
interface CertificatesTest {

    Certificates certificates();

    private static Certificate certificate(Random random, CertificateId id) {
        var prepared = Story.preparation(TODAY, "ab".repeat(32));
        var number = CertificateNumber.random(random);
        var release = new Release(id, number, "ab".repeat(32), CERTIFICATION, NOON);
        return Certificate.issue(Story.ID, prepared, release);
    }

    @Test
    default void whatIsAddedIsFoundByIdAndNumber() {
        var random = new Random();
        var certificate = certificate(random, CertificateId.random(random));
        certificates().addIfAbsent(certificate);

        assertThat(certificates().findById(certificate.id()))
                .get()
                .satisfies(found -> assertThat(found.wording()).isEqualTo(certificate.wording()))
                .satisfies(found -> assertThat(found.pdf().bytes())
                        .isEqualTo(certificate.pdf().bytes()));
        assertThat(certificates()
                        .findByNumber(certificate.number())
                        .orElseThrow()
                        .id())
                .isEqualTo(certificate.id());
        assertThat(certificates().findByNumber(CertificateNumber.random(random)))
                .isEmpty();
    }

    @Test
    default void theFirstUnderAnIdStays() {
        var random = new Random();
        var id = CertificateId.random(random);
        var first = certificates().addIfAbsent(certificate(random, id));
        var second = certificates().addIfAbsent(certificate(random, id));
        assertThat(second.number()).isEqualTo(first.number());
    }
}
