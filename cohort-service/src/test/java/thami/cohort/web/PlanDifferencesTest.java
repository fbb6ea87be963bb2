package thami.cohort.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import thami.cohort.Samples;
import thami.cohort.planning.CourseModule;
import thami.cohort.planning.Curriculum;
import thami.cohort.planning.Period;
import thami.cohort.planning.Plan;
import thami.cohort.planning.Programme;
import thami.cohort.planning.Title;
import thami.cohort.planning.Window;
import thami.cohort.web.PlanDifferences.Difference;

class PlanDifferencesTest {

    private final Words words = new Words(messages());

    @BeforeEach
    void readInGerman() {
        LocaleContextHolder.setLocale(Locale.GERMAN);
    }

    @AfterEach
    void readInAnyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void areNoneWhereBothSayTheSame() {
        assertThat(PlanDifferences.between(Samples.plan(), Samples.plan(), words))
                .isEmpty();
    }

    @Test
    void sayOfEachFieldWhatIsSavedInTheOrderOfTheForm() {
        assertThat(PlanDifferences.between(another(), Samples.plan(), words))
                .containsExactly(
                        new Difference("Titel auf Deutsch", "ThAMI plus 2026 (Beispieldaten)", "#titleDe"),
                        new Difference("Titel auf Englisch", "ThAMI plus 2026 (sample data)", "#titleEn"),
                        new Difference("Programm", "ThAMI plus (Beispiel)", "#programmeTitle"),
                        new Difference("Kurzname des Programms", "THAMI_PLUS", "#programmeCode"),
                        new Difference(
                                "Zielgruppen",
                                "Beratung nach ThürGUSVO; Migrantische Selbstorganisation",
                                "#targetGroups"),
                        new Difference("Bewerbung ab", "12.01.2026, 09:00 Uhr", "#opensAt"),
                        new Difference("Bewerbung bis", "01.01.2027, 00:00 Uhr", "#closesAt"),
                        new Difference("Erster Tag", "02.03.2026", "#startsOn"),
                        new Difference("Letzter Tag", "30.10.2026", "#endsOn"),
                        new Difference("Ort", "Erfurt (Beispielort)", "#place"),
                        new Difference("Plätze", "2", "#seats"),
                        new Difference("Beitrag", "120,50 EUR", "#fee"),
                        new Difference("Regelfassung", "thami-plus-2026-sample", "#ruleVersion"),
                        new Difference("Beispieldaten", "ja", "#sample"),
                        new Difference(
                                "Module",
                                "Aufenthaltsrecht (Beispiel) / Residence law (sample), Beispielträger Nord, 32; "
                                        + "Beratung (Beispiel) / Counselling (sample), Beispielträger Süd, 24",
                                "#modules[0].titleDe"));
    }

    private static Plan another() {
        return new Plan(
                new Title("Anderer Titel", "Another title"),
                new Programme("THAMI", "ThAMI (Beispiel)"),
                List.of("THUERGUSVO"),
                new Window(Instant.parse("2026-01-13T08:00:00Z"), Instant.parse("2027-12-31T23:00:00Z")),
                new Period(LocalDate.parse("2026-03-03"), LocalDate.parse("2026-10-31")),
                "Jena (Beispielort)",
                null,
                3,
                new Curriculum(
                        "thami-2026-sample",
                        List.of(new CourseModule(
                                Samples.LAW, new Title("Recht (Beispiel)", "Law (sample)"), 32, "Träger"))),
                false);
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }
}
