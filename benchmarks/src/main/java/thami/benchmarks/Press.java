package thami.benchmarks;

import com.openhtmltopdf.util.XRLog;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.logging.Level;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import thami.certificate.Actor;
import thami.certificate.Bilingual;
import thami.certificate.CertificateNumber;
import thami.certificate.CertificatePress;
import thami.certificate.Draft;
import thami.certificate.Enrolment;
import thami.certificate.LegalBasis;
import thami.certificate.ListedModule;
import thami.certificate.Programme;
import thami.certificate.SealedPdf;

/// The press of certificate-service itself, with the key of this run: the same page, the same seal, the same bytes.
public final class Press {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_LETTERS = 17;

    private final CertificatePress press;
    private final Random random = new Random(1);

    private Press(CertificatePress press) {
        this.press = press;
    }

    /// @param environment with `BENCH_SEAL_KEYSTORE` and `BENCH_SEAL_PASSWORD`
    public static Press open(Map<String, String> environment) throws ClassNotFoundException {
        // It tells of every page what it loads.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().setActiveProfiles("demo"); // a test key will do
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "seal",
                        Map.of(
                                "thami.seal.keystore", environment.getOrDefault("BENCH_SEAL_KEYSTORE", ""),
                                "thami.seal.password", environment.getOrDefault("BENCH_SEAL_PASSWORD", ""))));
        context.register(Class.forName("thami.certificate.pdf.PdfConfiguration"));
        context.refresh();
        return new Press(context.getBean(CertificatePress.class));
    }

    /// A certificate of four modules for this name, and its number.
    public record Pressed(String number, SealedPdf pdf) {}

    public Pressed press(String name) {
        var wording = press.word(enrolment(name), LegalBasis.B);
        var number = number();
        var page = URI.create("https://thami.example.org/verify/" + number.grouped());
        var now = Instant.now();
        return new Pressed(
                number.value(),
                press.press(new Draft(wording, number, page, LocalDate.ofInstant(now, ZoneOffset.UTC), now)));
    }

    private static Enrolment enrolment(String name) {
        var today = LocalDate.now(ZoneOffset.UTC);
        return new Enrolment(
                1,
                UUID.randomUUID(),
                new Bilingual("ThAMI plus – Beispieljahrgang", "ThAMI plus – sample cohort"),
                new Programme("THAMI_PLUS", "ThAMI plus"),
                name,
                "B",
                new Actor("http://localhost:8090", "admissions"),
                "sample-1",
                List.of(
                        module("Aufenthalts- und Asylrecht (Beispiel)", 24),
                        module("Sozialrecht und Verwaltung (Beispiel)", 24),
                        module("Beratungskompetenz (Beispiel)", 32),
                        module("Trauma und Schutz (Beispiel)", 16)),
                today.minusDays(14),
                today.plusDays(90),
                true,
                Instant.now(),
                null);
    }

    private static ListedModule module(String title, int units) {
        return new ListedModule(UUID.randomUUID(), new Bilingual(title, title), units, "Beispielträger Nord");
    }

    /// The check character is whichever makes the number a valid one.
    private synchronized CertificateNumber number() {
        var letters = new StringBuilder();
        for (var i = 0; i < RANDOM_LETTERS; i++) letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return LETTERS.chars()
                .mapToObj(check -> CertificateNumber.parse(letters.toString() + (char) check))
                .flatMap(java.util.Optional::stream)
                .findFirst()
                .orElseThrow();
    }
}
