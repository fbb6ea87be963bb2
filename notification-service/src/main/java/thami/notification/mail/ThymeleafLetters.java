package thami.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import thami.notification.Call;
import thami.notification.Letter;
import thami.notification.Letters;
import thami.notification.Occasion;
import thami.notification.Occasion.Admitted;
import thami.notification.Occasion.ApplicationReceived;
import thami.notification.Occasion.ApplicationWithdrawn;
import thami.notification.Occasion.CertificateIssued;
import thami.notification.Occasion.CohortCancelled;
import thami.notification.Occasion.CohortMoved;
import thami.notification.Occasion.DecisionUndone;
import thami.notification.Occasion.Declined;
import thami.notification.Occasion.Hope;
import thami.notification.Occasion.StatusLinkRenewed;
import thami.notification.Occasion.Waitlisted;
import thami.notification.Person;
import thami.notification.Recipient;
import thami.notification.TimeAndPlace;
import thami.notification.Title;

/// Letters from one text and one HTML template. What differs between occasions stands in the [Words], so that
/// both forms always say the same.
@Component
class ThymeleafLetters implements Letters {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final PersonalLinks links;
    private final MailProperties properties;
    private final SpringTemplateEngine text = engine(TemplateMode.TEXT, ".txt");
    private final SpringTemplateEngine html = engine(TemplateMode.HTML, ".html");

    ThymeleafLetters(PersonalLinks links, MailProperties properties) {
        this.links = links;
        this.properties = properties;
    }

    @Override
    public String secret(Occasion occasion, Recipient recipient) {
        return links.secret(occasion, recipient);
    }

    @Override
    public Letter write(Occasion occasion, Recipient recipient, @Nullable Call call) {
        var person = recipient.person().orElseThrow();
        var content = content(occasion, recipient, person, call);
        var context = new Context(person.language().locale(), Map.of("letter", content));
        return new Letter(
                content.subject, text.process("letter", context), html.process("letter", context), content.link);
    }

    private Content content(Occasion occasion, Recipient recipient, Person person, @Nullable Call call) {
        var words = new Words(person.language().locale());
        var withdrawn = recipient.hasWithdrawn() && occasion.isVoidOnceWithdrawn();
        var name = withdrawn ? "overtaken" : occasion.name();
        var over = !withdrawn && isOverMeanwhile(occasion, call);
        var sample = call != null && call.isSample();
        var subject = words.say(name + ".subject");
        return new Content(
                sample ? words.say("sample.subject") + " " + subject : subject,
                sample ? words.say("sample") : null,
                words.say("greeting"),
                PlainLine.of(person.name()),
                paragraphs(words, name, details(words, occasion, withdrawn), over),
                words.say("next"),
                words.each(over ? "cancelled.next" : name + ".next"),
                words.say(name + ".link"),
                links.address(occasion) + Letter.MARK,
                words.say("secret"),
                words.say("about"),
                about(occasion, recipient, person, call),
                words.say("closing"),
                properties.sender(),
                properties.contact(),
                words.say("automatic"));
    }

    private static List<String> paragraphs(Words words, String name, Object[] details, boolean over) {
        var text = words.each(name + ".text", details);
        return over
                ? Stream.concat(text.stream(), words.each("meanwhile.text").stream())
                        .toList()
                : text;
    }

    /// Who applied just before the cohort was called off may have been unknown when the others were told.
    private static boolean isOverMeanwhile(Occasion occasion, @Nullable Call call) {
        return call != null && call.isCancelled() && occasion.hope() == Hope.OPEN;
    }

    private static List<Detail> about(Occasion occasion, Recipient recipient, Person person, @Nullable Call call) {
        var words = new Words(person.language().locale());
        var about = new ArrayList<Detail>();
        var title = title(occasion, call);
        if (title != null) about.add(new Detail(words.say("about.call"), PlainLine.of(title.in(person.language()))));
        recipient
                .reference()
                .ifPresent(reference -> about.add(new Detail(words.say("about.reference"), PlainLine.of(reference))));
        if (occasion instanceof ApplicationReceived && call != null)
            call.when().ifPresent(when -> about.addAll(timeAndPlace(words, when)));
        if (occasion instanceof CertificateIssued issued)
            about.add(new Detail(words.say("about.number"), PlainLine.of(issued.number())));
        about.add(new Detail(
                words.say("about.date"),
                date(
                        LocalDate.ofInstant(occasion.at(), BERLIN),
                        person.language().locale())));
        return List.copyOf(about);
    }

    /// Whoever becomes known after a move was not told of it.
    private static List<Detail> timeAndPlace(Words words, TimeAndPlace when) {
        return List.of(
                new Detail(words.say("about.period"), words.say("about.period.value", details(when, words.language()))),
                new Detail(words.say("about.place"), PlainLine.of(when.place())));
    }

    private static String date(LocalDate date, Locale language) {
        var pattern = language.equals(Locale.GERMAN) ? "dd.MM.yyyy" : "d MMMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, language).format(date);
    }

    private static @Nullable Title title(Occasion occasion, @Nullable Call call) {
        return switch (occasion) {
            case Admitted admitted -> admitted.call();
            case Waitlisted waitlisted -> waitlisted.call();
            case Declined declined -> declined.call();
            case DecisionUndone undone -> undone.call();
            case ApplicationReceived _,
                    StatusLinkRenewed _,
                    ApplicationWithdrawn _,
                    CohortMoved _,
                    CohortCancelled _,
                    CertificateIssued _ -> call == null ? null : call.title().orElse(null);
        };
    }

    /// Who has withdrawn only reads that there was something.
    private static Object[] details(Words words, Occasion occasion, boolean withdrawn) {
        return withdrawn ? new Object[] {words.say(occasion.name() + ".subject")} : details(occasion, words.language());
    }

    private static Object[] details(Occasion occasion, Locale language) {
        return switch (occasion) {
            case Waitlisted waitlisted -> new Object[] {waitlisted.position()};
            case CohortMoved moved -> details(moved.to(), language);
            default -> new Object[0];
        };
    }

    private static Object[] details(TimeAndPlace to, Locale language) {
        return new Object[] {date(to.startsOn(), language), date(to.endsOn(), language), PlainLine.of(to.place())};
    }

    private static SpringTemplateEngine engine(TemplateMode mode, String suffix) {
        var templates = new ClassLoaderTemplateResolver(ThymeleafLetters.class.getClassLoader());
        templates.setPrefix("mail/");
        templates.setSuffix(suffix);
        templates.setTemplateMode(mode);
        templates.setCharacterEncoding(UTF_8.name());
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        return engine;
    }

    record Detail(String name, String value) {}

    record Content(
            String subject,
            @Nullable String sample,
            String greeting,
            String name,
            List<String> paragraphs,
            String nextHeading,
            List<String> next,
            String linkHeading,
            String link,
            String secrecy,
            String aboutHeading,
            List<Detail> about,
            String closing,
            String sender,
            @Nullable String contact,
            String automatic) {}
}
