package thami.registration;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Invented people and calls for tests.
final class Samples {

    static final Instant OPENING = Instant.parse("2026-01-12T08:00:00Z");
    static final Instant NOON = Instant.parse("2026-01-19T11:00:00Z");
    static final Instant CLOSING = Instant.parse("2026-02-01T23:00:00Z");

    static final CallId CALL_ID = new CallId(UUID.fromString("5b0a6a1e-3f5e-4c58-9d0a-6f1f2c7a1e01"));
    static final ApplicationId ID = new ApplicationId(UUID.fromString("8c2f4d7a-91b3-4e06-a7d5-0b6e3f9c2a02"));
    static final UUID CERTIFICATE = UUID.fromString("e41d9b60-5a7c-4d2f-8b13-7c9a0e5d4f03");

    static final CallNotice NOTICE = notice(CLOSING);
    static final Applicant SULE = applicant("sule.beispiel@post.example");
    static final Submission SUBMISSION = new Submission(CALL_ID, SULE, "2026-01-sample");

    private Samples() {}

    static Call openCall() {
        var call = Call.unheardOf(CALL_ID);
        call.announce(NOTICE, 1);
        return call;
    }

    static CallNotice notice(Instant closesAt) {
        return new CallNotice(
                new Text("ThAMI plus 2026 (Beispieldaten)", "ThAMI plus 2026 (sample data)"),
                new Programme("THAMI_PLUS", "ThAMI plus"),
                List.of("THUERGUSVO", "MIGRANT_ORGANISATION"),
                OPENING,
                closesAt,
                LocalDate.parse("2026-03-02"),
                LocalDate.parse("2026-10-30"),
                "Erfurt (Beispielort)",
                new Money(new BigDecimal("120.50"), "EUR"),
                20,
                true);
    }

    static Applicant applicant(String email) {
        return new Applicant(
                "Şule Beispiel-Yıldız", email, Language.DE, "THUERGUSVO", "Beispielverein Erfurt (Muster)", null);
    }

    static Application application() {
        return openCall().receive(ID, SUBMISSION, NOON);
    }
}
