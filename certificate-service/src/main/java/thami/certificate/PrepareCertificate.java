package thami.certificate;

import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;

/// Makes the certificate to be looked at: rendered and sealed once, with its number and today's date.
///
/// Asking again on the same day gives the same bytes, unless facts have changed.
@Service
public class PrepareCertificate {

    private final Entitlements entitlements;
    private final CertificatePress press;
    private final PrintedAddress address;
    private final RandomGenerator random;
    private final Calendar calendar;

    PrepareCertificate(
            Entitlements entitlements,
            CertificatePress press,
            PrintedAddress address,
            RandomGenerator random,
            Calendar calendar) {
        this.entitlements = entitlements;
        this.press = press;
        this.address = address;
        this.random = random;
        this.calendar = calendar;
    }

    public Preparation prepare(EntitlementId id, Actor by) {
        var entitlement = entitlements.findById(id).orElseThrow(() -> new NoSuchEntitlement(id));
        var enrolment = entitlement.ready();
        return entitlement.preparedOn(calendar.today()).orElseGet(() -> {
            var prepared = make(enrolment, by);
            entitlement.prepare(prepared);
            entitlements.save(entitlement);
            return prepared;
        });
    }

    private Preparation make(Enrolment enrolment, Actor by) {
        address.mustBePublic();
        var basis = LegalBasis.of(enrolment.legalBasis()).orElseThrow();
        var date = calendar.today();
        var wording = press.word(enrolment.until(date), basis);
        var number = CertificateNumber.random(random);
        var now = calendar.now();
        var pdf = press.press(new Draft(wording, number, address.verifyPage(number), date, now));
        return new Preparation(CertificateId.random(random), number, date, wording, pdf, by, now);
    }
}
