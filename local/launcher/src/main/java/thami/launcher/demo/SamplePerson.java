package thami.launcher.demo;

import java.util.List;
import java.util.UUID;

/// An invented applicant, whose name says so, in letters that German offices must be able to write (DIN 91379).
public record SamplePerson(String name, String email, String language, String targetGroup) {

    public static final List<SamplePerson> ALL = List.of(
            new SamplePerson("Şule Beispiel", "sule.beispiel", "de", "THUERGUSVO"),
            new SamplePerson("Łukasz Żółć-Muster", "lukasz.muster", "de", "SOZIALBERATUNGSRICHTLINIE"),
            new SamplePerson("Đorđe O'Beispiel", "dorde.beispiel", "en", "MIGRANT_ORGANISATION"),
            new SamplePerson("Zoë Groß-Mustermann", "zoe.mustermann", "de", "THUERGUSVO"),
            new SamplePerson("Nguyễn Thị Ánh Probe", "anh.probe", "en", "SOZIALBERATUNGSRICHTLINIE"),
            new SamplePerson("Ğülşah Probe", "gulsah.probe", "de", "MIGRANT_ORGANISATION"));

    /// The same person in one run of the story: each has a mailbox of its own, so that runs are told apart.
    public SamplePerson inRun(UUID run) {
        return new SamplePerson(
                name, email + "+" + run.toString().substring(0, 8) + "@example.org", language, targetGroup);
    }
}
