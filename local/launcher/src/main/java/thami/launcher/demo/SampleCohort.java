package thami.launcher.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/// An invented cohort, labelled as a sample, with modules that such a programme might have.
final class SampleCohort {

    /// Titles in German and English, units, provider; all of them invented.
    record SampleModule(String de, String en, int units, String provider) {}

    static final List<SampleModule> MODULES = List.of(
            new SampleModule(
                    "Aufenthalts- und Asylrecht (Beispiel)",
                    "Residence and asylum law (sample)",
                    24,
                    "Beispielträger Nord"),
            new SampleModule(
                    "Sozialrecht und Verwaltung (Beispiel)",
                    "Social law and administration (sample)",
                    24,
                    "Beispielträger Süd"),
            new SampleModule("Beratungskompetenz (Beispiel)", "Counselling skills (sample)", 32, "Beispielträger Nord"),
            new SampleModule(
                    "Trauma und Schutz (Beispiel)", "Trauma and protection (sample)", 16, "Beispielträger Süd"));

    private static final String PROGRAMME =
            "In Thüringen Anerkannte*r Migrations- und Integrationsberater*in (ThAMI plus)";

    private SampleCohort() {}

    static Map<String, Object> plan(List<UUID> ids, int seats, LocalDate today, Instant now) {
        return Map.ofEntries(
                Map.entry("title", Map.of("de", "ThAMI plus – Beispieljahrgang", "en", "ThAMI plus – sample cohort")),
                Map.entry("programme", Map.of("code", "THAMI_PLUS", "title", PROGRAMME)),
                Map.entry("targetGroups", List.of("THUERGUSVO", "SOZIALBERATUNGSRICHTLINIE", "MIGRANT_ORGANISATION")),
                Map.entry("opensAt", now.minus(30, ChronoUnit.DAYS).toString()),
                Map.entry("closesAt", now.plus(30, ChronoUnit.DAYS).toString()),
                Map.entry("startsOn", today.minusDays(14).toString()),
                Map.entry("endsOn", today.plusDays(90).toString()),
                Map.entry("place", "Erfurt (Beispiel)"),
                Map.entry("seats", seats),
                Map.entry("ruleVersion", "sample-1"),
                Map.entry("sample", true),
                Map.entry(
                        "modules",
                        IntStream.range(0, MODULES.size())
                                .mapToObj(i -> module(ids.get(i), MODULES.get(i)))
                                .toList()));
    }

    private static Map<String, Object> module(UUID id, SampleModule module) {
        return Map.of(
                "id", id,
                "title", Map.of("de", module.de(), "en", module.en()),
                "units", module.units(),
                "provider", module.provider());
    }
}
