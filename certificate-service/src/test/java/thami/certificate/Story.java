package thami.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// One invented person's way, for the tests: enrolled by an admissions person, modules recorded by a trainer.
public final class Story {

    public static final EntitlementId ID = new EntitlementId(UUID.fromString("8c2f4d7a-91b3-4e06-a7d5-0b6e3f9c2a02"));
    public static final Actor ADMISSIONS = new Actor("https://login.example", "admissions");
    public static final Actor TRAINER = new Actor("https://login.example", "trainer");
    public static final Actor CERTIFICATION = new Actor("https://login.example", "certification");
    public static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    public static final String SULE = "Şule Beispiel-Yıldız";
    public static final ListedModule LAW = new ListedModule(
            UUID.fromString("1f6d2c3b-8a40-4b7e-9c11-3d5e7f9a0b04"),
            new Bilingual("Aufenthalts- und Asylrecht (Beispielmodul)", "Residence and asylum law (sample module)"),
            32,
            "Beispielträger Nord");
    public static final ListedModule COUNSELLING = new ListedModule(
            UUID.fromString("2a7e3d4c-9b51-4c8f-8d22-4e6f8a0b1c05"),
            new Bilingual("Gesprächsführung und Beratung (Beispielmodul)", "Counselling skills (sample module)"),
            24,
            "Beispielträger Süd");

    public static final CertificateNumber NUMBER = CertificateNumber.random(new java.util.Random(1));

    private Story() {}

    public static Enrolment enrolment(long sequence) {
        return enrolment(sequence, SULE, "A");
    }

    public static Enrolment enrolment(long sequence, String name, String legalBasis) {
        return new Enrolment(
                sequence,
                UUID.fromString("5b0a6a1e-3f5e-4c58-9d0a-6f1f2c7a1e01"),
                new Bilingual("ThAMI plus 2026 (Beispieldaten)", "ThAMI plus 2026 (sample data)"),
                new Programme(
                        "THAMI_PLUS", "In Thüringen Anerkannte*r Migrations- und Integrationsberater*in (ThAMI plus)"),
                name,
                legalBasis,
                ADMISSIONS,
                "thami-plus-2026-sample",
                List.of(LAW, COUNSELLING),
                LocalDate.of(2026, 3, 2),
                LocalDate.of(2026, 10, 30),
                true,
                Instant.parse("2026-02-16T09:00:02.125Z"),
                null);
    }

    /// The same person on basis B, on which somebody decided after the admission.
    public static Enrolment rebased(long sequence, Actor by) {
        var before = enrolment(sequence, SULE, "B");
        return new Enrolment(
                sequence,
                before.cohort(),
                before.cohortTitle(),
                before.programme(),
                before.name(),
                before.legalBasis(),
                before.admittedBy(),
                before.ruleVersion(),
                before.modules(),
                before.startsOn(),
                before.endsOn(),
                before.sample(),
                before.enrolledAt(),
                by);
    }

    public static ModuleRecord completed(long sequence, ListedModule module) {
        return completed(sequence, module, LocalDate.of(2026, 4, 17));
    }

    static ModuleRecord completed(long sequence, ListedModule module, LocalDate on) {
        return ModuleRecord.completed(module.id(), sequence, on, TRAINER, Instant.parse("2026-04-20T07:50:00Z"));
    }

    public static ModuleRecord corrected(long sequence, ListedModule module) {
        return ModuleRecord.corrected(module.id(), sequence, TRAINER, Instant.parse("2026-04-21T12:30:00Z"));
    }

    public static Ending ended(long sequence) {
        return new Ending(sequence, "WITHDRAWN", Instant.parse("2026-05-04T06:00:00Z"));
    }

    /// Somebody who lacks nothing.
    public static Entitlement readyEntitlement() {
        var entitlement = Entitlement.of(ID);
        entitlement.enrol(enrolment(1));
        entitlement.record(completed(2, LAW));
        entitlement.record(completed(3, COUNSELLING));
        return entitlement;
    }

    /// A preparation that nobody had to print.
    static Preparation preparation(LocalDate date, String sha256) {
        var enrolment = enrolment(1);
        return new Preparation(
                new CertificateId(UUID.fromString("e41d9b60-5a7c-4d2f-8b13-7c9a0e5d4f03")),
                NUMBER,
                date,
                wording(enrolment),
                pdf(sha256),
                CERTIFICATION,
                NOON);
    }

    static Wording wording(Enrolment enrolment) {
        return new Wording(
                "1",
                "Zertifikat",
                enrolment.name(),
                enrolment.programme(),
                enrolment.cohortTitle().de(),
                LegalBasis.valueOf(enrolment.legalBasis()),
                "hinreichende Qualifizierung im Sinne …",
                "Ministerium",
                List.of("Landesorganisation"),
                enrolment.startsOn(),
                enrolment.endsOn(),
                List.of(new Wording.PrintedModule("Recht", 32, "Träger")),
                enrolment.sample());
    }

    static SealedPdf pdf(String sha256) {
        return new SealedPdf(
                new byte[] {'%', 'P', 'D', 'F'},
                sha256,
                "0f".repeat(32),
                "ECDSA with SHA256",
                "PAdES-BASELINE-B",
                true);
    }
}
