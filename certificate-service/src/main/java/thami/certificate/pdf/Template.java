package thami.certificate.pdf;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.IntStream;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import thami.certificate.Draft;
import thami.certificate.Enrolment;
import thami.certificate.LegalBasis;
import thami.certificate.Wording;
import thami.certificate.Wording.PrintedModule;

/// One version of how a certificate looks and what it says: `template-<version>/`, never changed once it was used.
///
/// The names of the ministry and of those who issue are words of a version, not of the program: a new name is a new
/// version, and what was issued keeps the old one.
final class Template {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.GERMAN);

    private final String version;
    private final Properties words;
    private final TemplateEngine engine;

    private Template(String version, Properties words, TemplateEngine engine) {
        this.version = version;
        this.words = words;
        this.engine = engine;
    }

    static Template load(String version) {
        return new Template(version, Resources.properties("template-" + version + "/words.properties"), engine());
    }

    private static TemplateEngine engine() {
        var resolver = new ClassLoaderTemplateResolver(Template.class.getClassLoader());
        resolver.setPrefix("thami/certificate/pdf/");
        resolver.setTemplateMode(TemplateMode.XML);
        resolver.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    Wording word(Enrolment enrolment, LegalBasis basis) {
        return new Wording(
                version,
                words("title"),
                enrolment.name(),
                enrolment.programme(),
                enrolment.cohortTitle().de(),
                basis,
                words("basis." + basis),
                words("recognised-by"),
                lines("issued-by"),
                enrolment.startsOn(),
                enrolment.endsOn(),
                enrolment.modules().stream()
                        .map(module -> new PrintedModule(module.title().de(), module.units(), module.provider()))
                        .toList(),
                enrolment.sample());
    }

    /// The page as XHTML. Every word of a person is escaped by the engine.
    String page(Draft draft, boolean testKey) {
        var wording = draft.wording();
        var context = new Context(Locale.GERMAN);
        context.setVariable("words", words);
        context.setVariable("wording", wording);
        context.setVariable("nameSize", nameSize(wording.name()));
        context.setVariable("number", draft.number().grouped());
        context.setVariable("verifyAt", draft.verifyAt().toString());
        context.setVariable("qrAlternative", words("verify.alternative", draft.verifyAt()));
        context.setVariable("date", german(draft.date()));
        context.setVariable("tookPart", words("took-part", german(wording.startsOn()), german(wording.endsOn())));
        context.setVariable("recognised", words("recognised", wording.recognisedBy()));
        context.setVariable(
                "units",
                wording.modules().stream().mapToInt(PrintedModule::units).sum());
        context.setVariable("testKey", testKey);
        return engine.process("template-" + version + "/certificate.xhtml", context);
    }

    private String words(String key) {
        var found = words.getProperty(key);
        if (found == null) throw new IllegalStateException("template " + version + " has no " + key);
        return found;
    }

    private String words(String key, Object... arguments) {
        return MessageFormat.format(words(key), arguments);
    }

    private List<String> lines(String key) {
        return IntStream.iterate(1, line -> words.containsKey(key + "." + line), line -> line + 1)
                .mapToObj(line -> words(key + "." + line))
                .toList();
    }

    /// Long names stay on the page: the longer, the smaller.
    private static String nameSize(String name) {
        var length = name.codePointCount(0, name.length());
        if (length <= 28) return "large";
        if (length <= 60) return "medium";
        return length <= 200 ? "small" : "smallest";
    }

    private static String german(LocalDate date) {
        return DATE.format(date);
    }
}
