package thami.cohort;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import thami.cohort.intake.LegalBasis;
import thami.cohort.participation.Admission;
import thami.cohort.participation.Recorder;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.CourseModule;
import thami.cohort.planning.Curriculum;
import thami.cohort.planning.Fee;
import thami.cohort.planning.ModuleId;
import thami.cohort.planning.Period;
import thami.cohort.planning.Plan;
import thami.cohort.planning.Programme;
import thami.cohort.planning.Title;
import thami.cohort.planning.Window;

/// Invented people, places and dates for tests.
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-03-10T11:00:00Z");
    public static final CohortId COHORT = new CohortId(UUID.fromString("5b0a6a1e-3f5e-4c58-9d0a-6f1f2c7a1e01"));
    public static final ModuleId LAW = new ModuleId(UUID.fromString("1f6d2c3b-8a40-4b7e-9c11-3d5e7f9a0b04"));
    public static final ModuleId COUNSELLING = new ModuleId(UUID.fromString("2a7e3d4c-9b51-4c8f-8d22-4e6f8a0b1c05"));
    public static final StaffMember ANNA =
            new StaffMember("https://login.thami.example", "sample-anna", "Anna Beispiel", "admissions");
    public static final StaffMember TOM =
            new StaffMember("https://login.thami.example", "sample-tom", "Tom Beispiel", "trainer");

    private Samples() {}

    public static Admission admission(LegalBasis basis, Instant at) {
        return new Admission(basis, new Recorder(ANNA.issuer(), ANNA.subject()), at, null);
    }

    /// The same admission, on a basis that somebody else decided on later.
    public static Admission rebased(Admission admission, LegalBasis basis, Instant at) {
        var changed = new Admission.Rebased(new Recorder(ANNA.issuer(), "sample-other"), at);
        return new Admission(basis, admission.by(), admission.at(), changed);
    }

    public static Plan plan() {
        return plan(2);
    }

    public static Plan plan(int seats) {
        return new Plan(
                new Title("ThAMI plus 2026 (Beispieldaten)", "ThAMI plus 2026 (sample data)"),
                new Programme("THAMI_PLUS", "ThAMI plus (Beispiel)"),
                List.of("THUERGUSVO", "MIGRANT_ORGANISATION"),
                new Window(Instant.parse("2026-01-12T08:00:00Z"), Instant.parse("2026-12-31T23:00:00Z")),
                new Period(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-10-30")),
                "Erfurt (Beispielort)",
                new Fee(12_050, "EUR"),
                seats,
                new Curriculum(
                        "thami-plus-2026-sample",
                        List.of(
                                new CourseModule(
                                        LAW,
                                        new Title("Aufenthaltsrecht (Beispiel)", "Residence law (sample)"),
                                        32,
                                        "Beispielträger Nord"),
                                new CourseModule(
                                        COUNSELLING,
                                        new Title("Beratung (Beispiel)", "Counselling (sample)"),
                                        24,
                                        "Beispielträger Süd"))),
                true);
    }

    public static Plan withTitle(Plan plan, Title title) {
        return new Plan(
                title,
                plan.programme(),
                plan.targetGroups(),
                plan.window(),
                plan.period(),
                plan.place(),
                plan.fee(),
                plan.seats(),
                plan.curriculum(),
                plan.sample());
    }

    public static Plan withWindow(Plan plan, Window window) {
        return new Plan(
                plan.title(),
                plan.programme(),
                plan.targetGroups(),
                window,
                plan.period(),
                plan.place(),
                plan.fee(),
                plan.seats(),
                plan.curriculum(),
                plan.sample());
    }

    public static Plan withPeriod(Plan plan, Period period) {
        return new Plan(
                plan.title(),
                plan.programme(),
                plan.targetGroups(),
                plan.window(),
                period,
                plan.place(),
                plan.fee(),
                plan.seats(),
                plan.curriculum(),
                plan.sample());
    }

    public static Plan withCurriculum(Plan plan, Curriculum curriculum) {
        return new Plan(
                plan.title(),
                plan.programme(),
                plan.targetGroups(),
                plan.window(),
                plan.period(),
                plan.place(),
                plan.fee(),
                plan.seats(),
                curriculum,
                plan.sample());
    }
}
